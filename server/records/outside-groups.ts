import type pg from 'pg'
import type { OutsideGroups } from '#domain/record/count-figures.ts'

const text = `
  select b.id as "branchId", count(h.id)::int as households,
         (count(*) filter (where h.status = 'poor'))::int as poor,
         (count(*) filter (where h.status = 'nearPoor'))::int as "nearPoor"
    from unnest($1::uuid[]) as b (id)
    left join (branch_hamlet s join household h on h.hamlet_id = s.hamlet_id and h.retired_at is null
                 and not exists (select 1 from household_group g
                                  where g.id = h.group_id and g.retired_at is null))
      on s.branch_id = b.id
   group by b.id`

/** How many households of each branch's hamlets are in no group, by branch; totals only. */
export async function outsideGroupsOf(
  client: Pick<pg.ClientBase, 'query'>,
  branchIds: readonly string[],
): Promise<ReadonlyMap<string, OutsideGroups>> {
  const found = await client.query<OutsideGroups & { branchId: string }>(text, [branchIds])
  return new Map(found.rows.map(({ branchId, ...counts }) => [branchId, counts]))
}

/** The same of one branch. */
export async function readOutsideGroups(
  client: Pick<pg.ClientBase, 'query'>,
  branchId: string,
): Promise<OutsideGroups> {
  const counts = (await outsideGroupsOf(client, [branchId])).get(branchId)
  if (!counts) throw new Error('records: counting answered nothing')
  return counts
}
