// What the database itself saw of a right that was taken: the plan's head inside the revoking transaction.
import type { Database } from '../../db/database.ts'
import type { TakingKind, Victim } from './takings.ts'

/** Notes the head of a plan, under its lock, in every transaction that raises its rights_rev or ends it. */
export async function watchTakings({ pool }: Database): Promise<void> {
  await pool.query(`
    create table taking_witness (plan_id uuid, head_seq bigint, at timestamptz);
    create function note_taking() returns trigger language plpgsql as $$
    begin
      insert into taking_witness values (new.id, new.head_seq, clock_timestamp());
      return null;
    end $$;
    create trigger note_taking after update of rights_rev, status, epoch on plan
      for each row execute function note_taking()`)
}

/** The last row that this person wrote into the plan; 0 for none. */
export async function lastSeq({ pool }: Database, { planId, personId }: Victim): Promise<number> {
  const found = await pool.query<{ seq: string | null }>(
    'select max(seq) as seq from plan_update where plan_id = $1 and author = $2',
    [planId, personId],
  )
  return Number(found.rows[0]?.seq ?? 0)
}

/** When, by the database's clock. */
export async function databaseTime({ pool }: Database): Promise<Date> {
  const found = await pool.query<{ now: Date }>('select clock_timestamp() as now')
  const [row] = found.rows
  if (!row) throw new Error('the database has no clock')
  return row.now
}

/**
 * The rows that somebody wrote after their right was gone, in the order of commits. A session that ran out
 * has no revoking transaction: there the database's clock decides.
 */
export async function rowsAfterTaking(
  { pool }: Database,
  { planId, personId, sessionId }: Victim,
  kind: TakingKind,
  since: Date,
): Promise<string[]> {
  const limit =
    kind === 'session expired'
      ? 'at > (select expires_at from session where id = $3) and $4::timestamptz is not null'
      : `$3::uuid is not null and seq > (
           select head_seq from taking_witness where plan_id = $1 and at > $4 order by at limit 1)`
  const found = await pool.query<{ seq: string }>(
    `select seq from plan_update where plan_id = $1 and author = $2 and ${limit} order by seq`,
    [planId, personId, sessionId, since],
  )
  return found.rows.map((row) => row.seq)
}

/** Did the database see a right of this plan change since then? Otherwise nothing above says anything. */
export async function wasTaken({ pool }: Database, planId: string, since: Date): Promise<boolean> {
  const found = await pool.query('select 1 from taking_witness where plan_id = $1 and at > $2', [
    planId,
    since,
  ])
  return (found.rowCount ?? 0) > 0
}
