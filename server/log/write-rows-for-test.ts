import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { HistoryRow } from '#domain/history/plan-history.ts'

/** A plan whose log holds these rows, written past the gate; its id. */
export async function writeRowsForTest(
  pool: pg.Pool,
  plan: { branchId: string; month: string },
  rows: readonly HistoryRow[],
): Promise<string> {
  const planId = randomUUID()
  await pool.query('insert into plan (id, branch_id, month) values ($1, $2, $3)', [
    planId,
    plan.branchId,
    plan.month,
  ])
  for (let from = 0; from < rows.length; from += 4_000) {
    await addRowsForTest(pool, planId, rows.slice(from, from + 4_000))
  }
  return planId
}

/** The next rows of such a plan. */
export async function addRowsForTest(
  pool: pg.Pool,
  planId: string,
  rows: readonly HistoryRow[],
): Promise<void> {
  await pool.query(
    `insert into plan_update (plan_id, epoch, seq, author, batch_id, data, at)
     select $1, 1, r.seq, r.author, gen_random_uuid(), r.data, to_timestamp(r.at / 1000)
       from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::float8[]) as r (seq, author, data, at)`,
    [
      planId,
      rows.map(({ seq }) => seq),
      rows.map(({ personId }) => personId),
      rows.map(({ update }) => Buffer.from(update)),
      rows.map(({ at }) => at),
    ],
  )
  await pool.query('update plan set head_seq = $2 where id = $1', [planId, rows.at(-1)?.seq])
}
