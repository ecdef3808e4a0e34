import type pg from 'pg'

/** A plan whose people have not been told yet of what happened in it. */
export interface DuePlan {
  planId: string
  branchId: string
  /** Up to which row they were told; the first row is the month's beginning, of which nobody is told. */
  told: number
  head: number
}

/** How long nobody must have changed a plan, and how long people wait at most while it keeps changing. In seconds. */
export interface Quiet {
  quiet: number
  atMost: number
}

const text = `
  select p.id as "planId", p.branch_id as "branchId", p.head_seq as head, t.told
    from plan p left join plan_advice a on a.plan_id = p.id
         cross join lateral (select greatest(coalesce(a.noticed_seq, 0), 1) as told) t
   where p.head_seq > t.told and p.month >= $1
     and ((select at from plan_update where plan_id = p.id and seq = p.head_seq)
            <= clock_timestamp() - make_interval(secs => $2)
       or (select at from plan_update where plan_id = p.id and seq = t.told + 1)
            <= clock_timestamp() - make_interval(secs => $3))
   order by p.id limit 50`

/** Plans of this month (yyyy-mm) and later ones of which people are to be told now, by the database's clock. */
export async function readDuePlans(
  pool: pg.Pool,
  month: string,
  { quiet, atMost }: Quiet,
): Promise<DuePlan[]> {
  const found = await pool.query<Omit<DuePlan, 'told' | 'head'> & { told: string; head: string }>({
    name: 'notices-due-plans',
    text,
    values: [month, quiet, atMost],
  })
  return found.rows.map((row) => ({ ...row, told: Number(row.told), head: Number(row.head) }))
}
