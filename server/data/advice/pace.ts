import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../../db/database.ts'

/** Reading notices and muting reach nobody else, and a badge is touched often. */
const quietPerMinute = adviceLimits.actsPerMinute * 6

interface Pace {
  talk: RateLimiterPostgres
  quiet: RateLimiterPostgres
}

const opened = new WeakMap<Database['pool'], Pace>()

/** Counts an act of this person, all servers together. Throws `tooFast` when the minute is full. */
export async function keepPace(
  { pool }: Pick<Database, 'pool'>,
  personId: string,
  kind: unknown,
): Promise<void> {
  const pace = opened.get(pool) ?? openPace(pool)
  opened.set(pool, pace)
  try {
    await (kind === 'read' || kind === 'mute' ? pace.quiet : pace.talk).consume(personId)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new DomainError('tooFast')
    throw refusal
  }
}

function openPace(pool: Database['pool']): Pace {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'attempt_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: 60,
    })
  return {
    talk: limiter('talk', adviceLimits.actsPerMinute),
    quiet: limiter('quiet', quietPerMinute),
  }
}
