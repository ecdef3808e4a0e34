import { DomainError } from '#domain/errors.ts'

const usernamePattern = /^[a-z0-9](?:[a-z0-9._-]{1,30})[a-z0-9]$/

/** A user name as it is stored and compared: trimmed and small. Changes nothing else. */
export function normaliseUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** A user name fit for a new person: 3 to 32 of a-z, 0-9, dot, dash, underscore. Throws `badUsername`. */
export function newUsername(typed: string): string {
  const username = normaliseUsername(typed)
  if (!usernamePattern.test(username)) throw new DomainError('badUsername')
  return username
}
