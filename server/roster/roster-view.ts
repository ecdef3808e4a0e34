import { DomainError } from '#domain/errors.ts'
import { compareNames } from '#domain/names.ts'
import type { Place } from '#domain/rights.ts'
import type { HamletView, MemberView, RosterView } from '#domain/roster-view.ts'
import type { Database } from '../db/database.ts'
import { readGroupTotals } from './group-totals.ts'
import { readPlanTemplates, readTaskFields } from './templates.ts'

/**
 * What a board knows of its people and groups, totals of groups only. Whoever calls it has asked whether it may be seen.
 * Throws `unknownUnit` for a branch that belongs to no commune.
 */
export async function readRosterView(database: Database, place: Place): Promise<RosterView> {
  const branchId = place.unitId
  const branch = await readBranch(database, place)
  const [hamlets, communeHamlets, members, fields, templates] = await Promise.all([
    readHamlets(database, { servedBy: { some: { branchId } } }),
    readHamlets(database, { communeId: branch.communeId }),
    readMembers(database, branchId),
    readTaskFields(database, branch.communeId),
    readPlanTemplates(database, branch.communeId),
  ])
  const groups = await readGroupTotals(
    database,
    hamlets.map(({ id }) => id),
  )
  return { branch, hamlets, communeHamlets, groups, members, fields, templates }
}

/** The branch and the commune that its roster belongs to: the nearest above, or the branch's own parent. */
export async function readBranch(
  database: Database,
  { unitId, above }: Place,
): Promise<RosterView['branch']> {
  const units = await database.prisma.orgUnit.findMany({
    where: { id: { in: [unitId, ...above] } },
    select: { id: true, name: true, kind: true },
  })
  const unitOf = (id: string) => units.find((unit) => unit.id === id)
  const branch = unitOf(unitId)
  const upwards = above.flatMap((id) => unitOf(id) ?? [])
  const commune = upwards.find(({ kind }) => kind === 'commune') ?? upwards[0]
  if (!branch || !commune) throw new DomainError('unknownUnit')
  return {
    id: branch.id,
    name: branch.name,
    communeId: commune.id,
    communeName: commune.name,
  }
}

function readHamlets(
  database: Database,
  where: { communeId: string } | { servedBy: { some: { branchId: string } } },
): Promise<HamletView[]> {
  return database.prisma.hamlet.findMany({
    where,
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

async function readMembers(database: Database, branchId: string): Promise<MemberView[]> {
  const rows = await database.prisma.member.findMany({
    where: { branchId, retiredAt: null },
    select: {
      id: true,
      code: true,
      fullName: true,
      sortName: true,
      standing: true,
      office: true,
      field: true,
      hamletId: true,
      reason: true,
      reasonUntil: true,
      strengths: true,
      maxGroups: true,
    },
  })
  const members = rows.map(({ fullName, reason, reasonUntil, ...member }) => ({
    ...member,
    name: fullName,
    reason: reason && { kind: reason, until: reasonUntil?.toISOString().slice(0, 10) ?? null },
  }))
  return members.sort(compareNames)
}
