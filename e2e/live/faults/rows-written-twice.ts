import type pg from 'pg'

/**
 * How many rows of the log say again what an earlier one says. No honest update repeats another: the gate lets
 * through only what is new.
 */
export async function rowsWrittenTwice(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ twice: string }>(
    'select count(*) - count(distinct (plan_id, data)) as twice from plan_update',
  )
  return Number(rows[0]?.twice)
}
