import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from '#domain/errors.ts'
import { digest, networkOf } from '../auth/sender.ts'
import type { Database } from '../db/database.ts'

/** So often in a minute may one network ask about codes; a code has 60 bits, so this is about the server's rest. */
export const codesAMinute = 30

const opened = new WeakMap<Database['pool'], RateLimiterPostgres>()

/** Counts a question about a code from this address. Throws `tooFast`. */
export async function countCodeQuestion(
  { pool }: Pick<Database, 'pool'>,
  address: string,
): Promise<void> {
  const limiter = opened.get(pool) ?? openLimiter(pool)
  opened.set(pool, limiter)
  try {
    await limiter.consume(digest(networkOf(address)))
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new DomainError('tooFast')
  }
}

function openLimiter(pool: Database['pool']): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'attempt_limit',
    tableCreated: true,
    // Those of sign-in clear the table.
    clearExpiredByTimeout: false,
    keyPrefix: 'code',
    points: codesAMinute,
    duration: 60,
  })
}
