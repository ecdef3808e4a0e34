import 'server-only'
import { planRight } from '#domain/rights.ts'
import type { PlanRight } from '#domain/wire.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { requireActor } from './current-actor.ts'
import type { Asker } from './seen-branch.ts'
import { seenBranches } from './seen-branches.ts'

/** A branch on the first page, with the figures of its roster. */
export interface BranchCard {
  id: string
  name: string
  communeName: string
  right: PlanRight
  members: number
  groups: number
  households: number
  poor: number
  nearPoor: number
}

type Figures = Pick<BranchCard, 'id' | 'members' | 'groups' | 'households' | 'poor' | 'nearPoor'>

const readFigures = {
  name: 'data-branch-figures',
  text: `
    select b.id,
           (select count(*) from member m where m.branch_id = b.id and m.retired_at is null)::int as members,
           (select count(*) from household_group g join branch_hamlet s on s.hamlet_id = g.hamlet_id
             where s.branch_id = b.id and g.retired_at is null)::int as groups,
           count(h.id)::int as households,
           (count(*) filter (where h.status = 'poor'))::int as poor,
           (count(*) filter (where h.status = 'nearPoor'))::int as "nearPoor"
      from org_unit b
      left join branch_hamlet s on s.branch_id = b.id
      left join household h on h.hamlet_id = s.hamlet_id and h.retired_at is null
     where b.id = any($1::uuid[])
     group by b.id`,
}

/** The branches that this person may look at, in the commune's order. */
export async function listBranches(): Promise<BranchCard[]> {
  return branchesFor(currentDatabase(), await requireActor())
}

/** The same for somebody known. */
export async function branchesFor(database: Database, asker: Asker): Promise<BranchCard[]> {
  const branches = await seenBranches(database, asker)
  const ids = branches.map(({ id }) => id)
  const found = await database.pool.query<Figures>({ ...readFigures, values: [ids] })
  const figures = new Map(found.rows.map((row) => [row.id, row]))
  return branches.flatMap(({ id, name, communeName, place }) => {
    const right = planRight(asker.grants, place)
    const own = figures.get(id)
    return right && own ? [{ ...own, name, communeName, right }] : []
  })
}
