import 'server-only'
import type { Place } from '#domain/rights.ts'
import type { Database } from '../db/database.ts'
import type { Asker } from './seen-branch.ts'

/** A branch that someone has a role in, or stands above. */
export interface SeenBranch {
  id: string
  name: string
  /** The commune it belongs to, or the unit directly above where there is none. */
  communeName: string
  place: Place
}

interface BranchRow {
  id: string
  name: string
  commune_name: string
  above: string[]
}

const readBranches = {
  name: 'data-seen-branches',
  text: `
    with recursive below(id) as (
      select id from org_unit where id = any($2::uuid[])
      union
      select u.id from org_unit u join below on u.parent_id = below.id)
    , seen as (
      select id, name, position, parent_id from org_unit
       where kind = 'branch' and valid_to is null
         and (id = any($1::uuid[]) or id in (select id from below)))
    , up(branch_id, id, parent_id, kind, name, depth) as (
      select s.id, p.id, p.parent_id, p.kind, p.name, 1
        from seen s join org_unit p on p.id = s.parent_id
      union all
      select up.branch_id, p.id, p.parent_id, p.kind, p.name, up.depth + 1
        from up join org_unit p on p.id = up.parent_id where up.depth < 32)
    select s.id, s.name,
           coalesce((select array_agg(up.id order by up.depth) from up where up.branch_id = s.id), '{}') as above,
           coalesce((select up.name from up where up.branch_id = s.id
                      order by (up.kind = 'commune') desc, up.depth limit 1), '') as commune_name
      from seen s order by commune_name, s.position, s.name`,
}

/**
 * Every branch that this person has to do with, in the order of the commune's list. What they may do there is
 * still to be asked of `planRight` with its place.
 */
export function seenBranches(database: Database, { grants }: Asker): Promise<SeenBranch[]> {
  const isOffice = ({ role }: Asker['grants'][number]) => role === 'office'
  const unitsOf = (some: Asker['grants']) => some.map(({ unitId }) => unitId)
  const own = unitsOf(grants.filter((grant) => !isOffice(grant)))
  return readSeen(database, own, unitsOf(grants.filter(isOffice)))
}

/** All branches of a commune, in the order of its list. Whoever asks for them was let through by `seenCommune`. */
export function branchesOf(database: Database, communeId: string): Promise<SeenBranch[]> {
  return readSeen(database, [], [communeId])
}

async function readSeen(
  { pool }: Database,
  branchIds: readonly string[],
  unitIdsAbove: readonly string[],
): Promise<SeenBranch[]> {
  const values = [branchIds, unitIdsAbove]
  const found = await pool.query<BranchRow>({ ...readBranches, values })
  return found.rows.map(({ id, name, commune_name, above }) => ({
    id,
    name,
    communeName: commune_name,
    place: { unitId: id, above },
  }))
}
