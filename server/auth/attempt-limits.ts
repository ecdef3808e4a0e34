import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../db/database.ts'
import { digest, networkOf } from './sender.ts'

/** How often one may guess, in seconds and tries. docs/decisions/020-next-auth-behind-one-file.md says why. */
const guessing = {
  /** Wrong tries for one user name from one address before it has to wait. */
  pairTries: 10,
  pairWindow: 24 * 3600,
  /** The first wait; each further one is twice as long, up to a day. */
  firstWait: 15 * 60,
  longestWait: 24 * 3600,
  /** Wrong tries from one address, whatever the names: an office of a hundred people shares one address. */
  addressTries: 200,
  addressWindow: 3600,
  /** Someone who signed in from an address lately is not stopped by what others try from there. */
  knownFor: 30 * 24 * 3600,
} as const

/** One try to sign in that was counted before the password was looked at. */
export interface CountedTry {
  /** The password was right: nothing of it is held against anybody. */
  forgive(): Promise<void>
}

export interface AttemptLimits {
  /** Counts a try. Throws `tooManyAttempts` with `until` (ms since 1970) and `minutes`. */
  count(username: string, address: string): Promise<CountedTry>
}

const opened = new WeakMap<Database['pool'], AttemptLimits>()

/** Counters in the table attempt_limit, so that all processes count together and a restart forgets nothing. */
export function attemptLimits(database: Pick<Database, 'pool'>): AttemptLimits {
  const limits = opened.get(database.pool) ?? openLimits(database.pool)
  opened.set(database.pool, limits)
  return limits
}

function openLimits(pool: Database['pool']): AttemptLimits {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'attempt_limit',
      tableCreated: true,
      // Expired rows are cleared by one of the four.
      clearExpiredByTimeout: keyPrefix === 'pair',
      keyPrefix,
      points,
      duration,
    })
  const pairs = limiter('pair', guessing.pairTries, guessing.pairWindow)
  const waits = limiter('wait', 1000, guessing.knownFor)
  const addresses = limiter('address', guessing.addressTries, guessing.addressWindow)
  const known = limiter('known', 1, guessing.knownFor)

  return {
    count: async (username, address) => {
      const from = networkOf(address)
      const pair = digest(username, from)
      await take(pairs, pair, async (tries) => {
        if (tries !== guessing.pairTries + 1) return null
        const { consumedPoints } = await waits.consume(pair)
        const seconds = Math.min(
          guessing.firstWait * 2 ** (consumedPoints - 1),
          guessing.longestWait,
        )
        await pairs.block(pair, seconds)
        return seconds * 1000
      })
      const isKnown = (await known.get(pair)) !== null
      if (!isKnown) await take(addresses, digest(from))
      return {
        forgive: async () => {
          await Promise.all([
            pairs.delete(pair),
            waits.delete(pair),
            known.set(pair, 1, guessing.knownFor),
          ])
          if (!isKnown) await addresses.reward(digest(from))
        },
      }
    },
  }
}

/** Takes one point; beyond the last one throws `tooManyAttempts`, with the wait that `beyond` decides. */
async function take(
  limiter: RateLimiterPostgres,
  key: string,
  beyond: (tries: number) => Promise<number | null> = async () => null,
): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const wait = (await beyond(refusal.consumedPoints)) ?? refusal.msBeforeNext
    throw new DomainError('tooManyAttempts', {
      until: Date.now() + wait,
      minutes: Math.max(1, Math.ceil(wait / 60_000)),
    })
  }
}
