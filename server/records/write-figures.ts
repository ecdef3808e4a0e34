import type pg from 'pg'
import type { RecordFigures } from '#domain/record/month-record.ts'

// The plan is held, so that whoever makes it final at this moment is waited for: what is final keeps its sums.
const text = `
  with held as (select status from plan where id = $1 for share)
  insert into plan_figures (plan_id, seq, as_of, last_edit_at,
    groups, groups_covered, households, households_covered, poor, poor_covered, near_poor, near_poor_covered,
    members, in_charge, by_field, exempt, away, newly_admitted, no_reason,
    tasks, tasks_done, tasks_not_done, tasks_carried)
  select $1, $2, clock_timestamp(),
         (select max(u.at) from plan_update u where u.plan_id = $1 and u.seq <= $2 and u.author is not null),
         $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21
    from held
      on conflict (plan_id) do update set
    seq = excluded.seq, as_of = excluded.as_of, last_edit_at = excluded.last_edit_at,
    groups = excluded.groups, groups_covered = excluded.groups_covered,
    households = excluded.households, households_covered = excluded.households_covered,
    poor = excluded.poor, poor_covered = excluded.poor_covered,
    near_poor = excluded.near_poor, near_poor_covered = excluded.near_poor_covered,
    members = excluded.members, in_charge = excluded.in_charge, by_field = excluded.by_field,
    exempt = excluded.exempt, away = excluded.away, newly_admitted = excluded.newly_admitted,
    no_reason = excluded.no_reason, tasks = excluded.tasks, tasks_done = excluded.tasks_done,
    tasks_not_done = excluded.tasks_not_done, tasks_carried = excluded.tasks_carried
   where plan_figures.seq <= excluded.seq and exists (select 1 from held where status <> 'finalised')`

/**
 * Keeps the sums of a plan as of a row of its log. What is already there for a later row stays, and so does what is there
 * of a final plan; whoever counts within a transaction of their own gives its client.
 */
export async function writeFigures(
  client: Pick<pg.ClientBase, 'query'>,
  planId: string,
  seq: bigint,
  { groups, households, poor, nearPoor, members, tasks }: RecordFigures,
): Promise<void> {
  const shares = [groups, households, poor, nearPoor].flatMap(({ all, done }) => [all, done])
  const { all, inCharge, byField, exempt, away, newlyAdmitted, noReason } = members
  const people = [all, inCharge, byField, exempt, away, newlyAdmitted, noReason]
  const work = [tasks.all, tasks.done, tasks.notDone, tasks.carried]
  await client.query(text, [planId, String(seq), ...shares, ...people, ...work])
}
