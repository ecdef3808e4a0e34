import type pg from 'pg'
import type { PlanTemplateContent } from '#domain/roster-view.ts'

/** What the beginning of a plan asks of the rows. */
export interface BranchRoster {
  memberIds: string[]
  groupIds: string[]
  hamletIds: string[]
  /** The commune's first starting text, or else the first that is for all. */
  template: PlanTemplateContent | null
}

const text = `
  with recursive up(id, kind, parent_id, depth) as (
    select id, kind, parent_id, 0 from org_unit where id = $1
    union all
    select u.id, u.kind, u.parent_id, up.depth + 1
      from org_unit u join up on u.id = up.parent_id where up.depth < 32),
  commune as (select id from up where kind = 'commune' order by depth limit 1)
  select
    array(select m.id from member m where m.branch_id = $1 and m.retired_at is null) as "memberIds",
    array(select g.id from household_group g join branch_hamlet b on b.hamlet_id = g.hamlet_id
           where b.branch_id = $1 and g.retired_at is null) as "groupIds",
    array(select h.id from hamlet h where h.commune_id = (select id from commune)) as "hamletIds",
    (select t.content from plan_template t
      where t.commune_id is null or t.commune_id = (select id from commune)
      order by t.commune_id is null, t.position, t.code limit 1) as template`

/** Who and what a branch has at this moment, within the caller's transaction. */
export async function readBranchRoster(
  client: pg.ClientBase,
  branchId: string,
): Promise<BranchRoster> {
  const found = await client.query<BranchRoster>(text, [branchId])
  const [roster] = found.rows
  if (!roster) throw new Error('log: the roster answered nothing')
  return roster
}
