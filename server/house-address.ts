import type { Env } from './env.ts'

/** Where people find this house: what they type, and what stands on paper. */
export function houseAddress({ PUBLIC_URL, HOST, PORT }: Env): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return PUBLIC_URL ?? `http://${host}:${PORT}`
}
