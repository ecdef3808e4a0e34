import type { GroupView } from '#domain/roster-view.ts'
import type { Database } from '../db/database.ts'

const readTotals = {
  name: 'data-group-totals',
  text: `
    select g.id, g.name, g.hamlet_id as "hamletId",
           count(h.id)::int as households,
           coalesce(sum(h.people), 0)::int as people,
           (count(*) filter (where h.status = 'poor'))::int as poor,
           (count(*) filter (where h.status = 'nearPoor'))::int as "nearPoor",
           coalesce((select json_agg(n order by n.households desc, n.need)
                       from (select w.support_need as need, count(*)::int as households
                               from household w
                              where w.group_id = g.id and w.retired_at is null
                                and w.support_need is not null
                              group by w.support_need) n), '[]'::json) as needs
      from household_group g
      join hamlet on hamlet.id = g.hamlet_id
      left join household h on h.group_id = g.id and h.retired_at is null
     where g.hamlet_id = any($1::uuid[]) and g.retired_at is null
     group by g.id, hamlet.position
     order by hamlet.position, g.position, g.name`,
}

/** The groups of these hamlets in the order of their numbers, with what may be known of them by everybody. */
export async function readGroupTotals(
  database: Pick<Database, 'pool'>,
  hamletIds: readonly string[],
): Promise<GroupView[]> {
  const found = await database.pool.query<GroupView>({ ...readTotals, values: [hamletIds] })
  return found.rows
}
