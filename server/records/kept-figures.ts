import type pg from 'pg'
import type { RecordFigures } from '#domain/record/month-record.ts'
import type { PlanStatus } from '#domain/wire.ts'

/** One plan with its sums, as they were counted. */
export interface KeptFigures {
  branchId: string
  month: string
  status: PlanStatus
  /** Of the newest record, if there is one. */
  version: number | null
  recordId: string | null
  openAdvice: number
  /** Null until they were counted for the first time. */
  figures: RecordFigures | null
  lastEditAt: Date | null
  asOf: Date | null
}

const text = `
  select p.branch_id as "branchId", p.month, p.status, r.version, r.id as "recordId", f.as_of as "asOf",
         f.last_edit_at as "lastEditAt",
         (select count(*) from thread t where t.plan_id = p.id and t.resolved_at is null)::int as "openAdvice",
         case when f.plan_id is not null then json_build_object(
           'groups', json_build_object('done', f.groups_covered, 'all', f.groups),
           'households', json_build_object('done', f.households_covered, 'all', f.households),
           'poor', json_build_object('done', f.poor_covered, 'all', f.poor),
           'nearPoor', json_build_object('done', f.near_poor_covered, 'all', f.near_poor),
           'members', json_build_object('all', f.members, 'inCharge', f.in_charge, 'byField', f.by_field,
             'exempt', f.exempt, 'away', f.away, 'newlyAdmitted', f.newly_admitted, 'noReason', f.no_reason),
           'tasks', json_build_object('all', f.tasks, 'done', f.tasks_done, 'notDone', f.tasks_not_done,
             'carried', f.tasks_carried)) end as figures
    from plan p
    left join plan_figures f on f.plan_id = p.id
    left join lateral (select version, id from plan_record where plan_id = p.id
                        order by version desc limit 1) r on true
   where p.branch_id = any($1::uuid[]) and p.month between $2 and $3`

/** The plans of these branches in these months (yyyy-mm, both included), without opening one. */
export async function readKeptFigures(
  pool: Pick<pg.Pool, 'query'>,
  branchIds: readonly string[],
  first: string,
  last: string,
): Promise<KeptFigures[]> {
  const values = [branchIds, first, last]
  const found = await pool.query<KeptFigures>({ name: 'records-kept-figures', text, values })
  return found.rows
}
