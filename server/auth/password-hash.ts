import { hash, verify } from '@node-rs/argon2'
import { hashingTurn } from './hashing-turn.ts'

/** argon2id, 64 MiB, 3 passes, 1 lane: about 80 ms and 64 MiB for whoever tries, us included. */
const cost = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const
const wanted = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`

/** Vietnamese marks can be typed as one character or as two: both are one password. */
function normalise(password: string): string {
  return password.normalize('NFC')
}

/** Throws `serverBusy` when too many are waiting already. */
export function hashPassword(password: string): Promise<string> {
  return hashingTurn(() => hash(normalise(password), cost))
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return hashingTurn(() => verify(passwordHash, normalise(password)))
}

/** Was this made with other parameters than today's? Then it is made anew at the next sign-in. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(wanted)
}
