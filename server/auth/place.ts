import type { Place } from '#domain/rights.ts'
import type { Database } from '../db/database.ts'

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readUnits = {
  name: 'auth-read-place',
  text: `
    with recursive up(id, parent_id, depth) as (
      select id, parent_id, 0 from org_unit where id = $1 and kind = 'branch'
      union all
      select u.id, u.parent_id, up.depth + 1
        from org_unit u join up on u.id = up.parent_id where up.depth < 32)
    select id from up order by depth`,
}

/** The branch and the units above it, nearest first, for `can()`. Null when there is no such branch. */
export async function readPlace(
  database: Pick<Database, 'pool'>,
  branchId: string,
): Promise<Place | null> {
  if (!uuidPattern.test(branchId)) return null
  const found = await database.pool.query<{ id: string }>({ ...readUnits, values: [branchId] })
  const [unit, ...above] = found.rows.map((row) => row.id)
  return unit ? { unitId: unit, above } : null
}
