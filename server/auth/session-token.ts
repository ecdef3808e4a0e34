import { createHash, randomBytes } from 'node:crypto'

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** A new session's secret: 256 random bits. It exists in the cookie only. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the session's row keeps of the secret. */
export function hashSessionToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest())
}

export function isSessionToken(value: unknown): value is string {
  return typeof value === 'string' && tokenPattern.test(value)
}
