import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../../db/database.ts'

/** Reading notices and muting reach nobody else, and a badge is touched often. */
const quietPerMinute = adviceLimits.actsPerMinute * 6

/** Fields of a meeting are written one by one, by several people. */
const deskPerMinute = 120

/** Nine files of a record, twice over, and some: a paper is drawn in a second, one at a time. */
export const papersPerMinute = 40

interface Pace {
  talk: RateLimiterPostgres
  quiet: RateLimiterPostgres
  desk: RateLimiterPostgres
  paper: RateLimiterPostgres
}

const opened = new WeakMap<Database['pool'], Pace>()

/** Counts an act of this person, all servers together. Throws `tooFast` when the minute is full. */
export async function keepPace(
  { pool }: Pick<Database, 'pool'>,
  personId: string,
  kind: unknown,
): Promise<void> {
  const { quiet, talk } = paceOf(pool)
  await consume(kind === 'read' || kind === 'mute' ? quiet : talk, personId)
}

/** The same for what is done about finalising a month. */
export function keepDeskPace({ pool }: Pick<Database, 'pool'>, personId: string): Promise<void> {
  return consume(paceOf(pool).desk, personId)
}

/** The same for papers and files that are given away. */
export function keepPaperPace(
  { pool }: Pick<Database, 'pool'>,
  personId: string,
  papers = 1,
): Promise<void> {
  return consume(paceOf(pool).paper, personId, papers)
}

async function consume(limiter: RateLimiterPostgres, personId: string, points = 1): Promise<void> {
  try {
    await limiter.consume(personId, points)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new DomainError('tooFast')
    throw refusal
  }
}

function paceOf(pool: Database['pool']): Pace {
  const pace = opened.get(pool) ?? openPace(pool)
  opened.set(pool, pace)
  return pace
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
    desk: limiter('desk', deskPerMinute),
    paper: limiter('paper', papersPerMinute),
  }
}
