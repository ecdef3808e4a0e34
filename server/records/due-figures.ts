import type pg from 'pg'

/** A plan whose sums are older than it is. */
export interface DueFigures {
  planId: string
  branchId: string
  month: string
}

/** In seconds: how long a plan must have rested, how long its sums may lag while it does not, and how old they may get. */
export interface FiguresAge {
  rest: number
  atMost: number
  oldest: number
}

interface DueWish extends FiguresAge {
  month: string
  /** Plans that are left alone. */
  without: readonly string[]
  most: number
}

// What is final was counted by who finalised it, on that day, and stays so.
const text = `
  select p.id as "planId", p.branch_id as "branchId", p.month
    from plan p left join plan_figures f on f.plan_id = p.id
   where p.id <> all($5::uuid[]) and (f.plan_id is null
      or (p.status <> 'finalised' and (
            (f.seq < p.head_seq and (
               f.as_of <= clock_timestamp() - make_interval(secs => $3)
               or coalesce((select u.at from plan_update u where u.plan_id = p.id and u.seq = p.head_seq)
                             <= clock_timestamp() - make_interval(secs => $2), true)))
         or (p.month >= $1 and f.as_of <= clock_timestamp() - make_interval(secs => $4)))))
   order by p.month desc, p.id limit $6`

/**
 * Plans whose sums are to be counted again, by the database's clock: those without any, those that changed, and those
 * of `month` (yyyy-mm) and later whose sums are old: the roster changes too, and reasons end.
 */
export async function readDueFigures(
  pool: Pick<pg.Pool, 'query'>,
  { month, rest, atMost, oldest, without, most }: DueWish,
): Promise<DueFigures[]> {
  const values = [month, rest, atMost, oldest, without, most]
  const found = await pool.query<DueFigures>({ name: 'records-due-figures', text, values })
  return found.rows
}
