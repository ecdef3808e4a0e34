import type pg from 'pg'
import type { OutsideGroups } from '#domain/record/count-figures.ts'

const text = `
  select count(*)::int as households,
         (count(*) filter (where h.status = 'poor'))::int as poor,
         (count(*) filter (where h.status = 'nearPoor'))::int as "nearPoor"
    from household h
    join branch_hamlet s on s.hamlet_id = h.hamlet_id
    left join household_group g on g.id = h.group_id and g.retired_at is null
   where s.branch_id = $1 and h.retired_at is null and g.id is null`

/** How many households of the branch's hamlets are in no group; totals only. */
export async function readOutsideGroups(
  client: Pick<pg.ClientBase, 'query'>,
  branchId: string,
): Promise<OutsideGroups> {
  const found = await client.query<OutsideGroups>(text, [branchId])
  const [row] = found.rows
  if (!row) throw new Error('records: counting answered nothing')
  return row
}
