import { foldVi } from '#domain/names.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Database } from '../../db/database.ts'
import type { UnitKind } from '../../db/generated/enums.ts'
import { OfficeRefusal } from './office-refusal.ts'

/** A unit that a role can be held in, and the commune that it lies in. */
export interface FoundUnit {
  id: string
  name: string
  kind: UnitKind
  communeId: string | null
}

interface Sought {
  role: RoleName
  unit: string
  commune: string | undefined
}

interface UnitRow extends FoundUnit {
  communeName: string | null
}

const readUnits = `
  with recursive up(of, id, parent_id, kind, name) as (
    select id, id, parent_id, kind, name from org_unit where valid_to is null
    union all
    select up.of, u.id, u.parent_id, u.kind, u.name from org_unit u join up on u.id = up.parent_id)
  select u.id, u.name, u.kind, c.id as "communeId", c.name as "communeName"
    from org_unit u left join up c on c.of = u.id and c.kind = 'commune'
   where u.valid_to is null order by c.name, u.position, u.name`

/**
 * The unit of that name that fits the role: the office belongs to a commune, everyone else to a branch. Marks
 * and capitals may be left out when that is clear. Throws `OfficeRefusal` when it is not one unit.
 */
export async function findUnit(
  database: Pick<Database, 'pool'>,
  { role, unit, commune }: Sought,
): Promise<FoundUnit> {
  const { rows: all } = await database.pool.query<UnitRow>(readUnits)
  const near = commune === undefined ? all : inCommune(all, commune)
  const found = byName(near, unit)
  const fitting = found.filter(({ kind }) => fits(role, kind))
  const [one, ...others] = fitting
  if (one && others.length > 0) {
    throw new OfficeRefusal('ambiguousUnit', { unit }, fitting.map(whereabouts))
  }
  if (one) return one
  if (found.length > 0) {
    const key = role === 'office' ? 'officeNeedsCommune' : 'roleNeedsBranch'
    throw new OfficeRefusal(key, { unit })
  }
  throw new OfficeRefusal(
    'unknownUnit',
    { unit },
    near.filter(({ kind }) => fits(role, kind)).map(whereabouts),
  )
}

function fits(role: RoleName, kind: UnitKind): boolean {
  return role === 'office' ? kind !== 'branch' : kind === 'branch'
}

function inCommune(all: readonly UnitRow[], commune: string): UnitRow[] {
  const communes = all.filter(({ kind }) => kind === 'commune')
  const ids = byName(communes, commune).map(({ id }) => id)
  if (ids.length === 0) {
    throw new OfficeRefusal(
      'unknownCommune',
      { commune },
      communes.map(({ name }) => name),
    )
  }
  return all.filter(({ communeId }) => communeId !== null && ids.includes(communeId))
}

/** Those that are written exactly so; without one, those that differ in marks and capitals only. */
function byName(rows: readonly UnitRow[], name: string): UnitRow[] {
  const exact = name.normalize('NFC').trim()
  const same = rows.filter((row) => row.name.normalize('NFC') === exact)
  return same.length > 0 ? same : rows.filter((row) => foldVi(row.name) === foldVi(name))
}

function whereabouts({ name, communeName }: UnitRow): string {
  return communeName && communeName !== name ? `${name} (${communeName})` : name
}
