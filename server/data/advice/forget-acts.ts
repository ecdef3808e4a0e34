import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { Database } from '../../db/database.ts'

/** At most so many in one go: rows that others wait for are not among them, but their pages are. */
const mostAtOnce = 10_000

/**
 * Forgets which acts were done long ago, longer than any browser sends one again by itself (SPEC Q3). Answers how many.
 */
export async function forgetActs({ pool }: Pick<Database, 'pool'>): Promise<number> {
  const gone = await pool.query(
    `delete from advice_act where id in (
       select id from advice_act where at < now() - make_interval(days => $1) order by at limit $2)`,
    [adviceLimits.rememberedDays, mostAtOnce],
  )
  return gone.rowCount ?? 0
}
