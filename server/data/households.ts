import 'server-only'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import { isMonth, monthAt, shiftMonth } from '#domain/months.ts'
import { readPlan } from '#domain/read-plan.ts'
import { can } from '#domain/rights.ts'
import type { HouseholdView } from '#domain/roster-view.ts'
import { readPlace } from '../auth/place.ts'
import type { Database } from '../db/database.ts'
import { loadPlan } from '../log/load-plan.ts'
import type { Asker } from './seen-branch.ts'

/**
 * The households of a group. Those who lead the branch, and the office, read all; a plain member those of a
 * group that the plan of that month gives to them, while the month is not older than the last; a cadre none.
 * `now` is in milliseconds. Throws `badInput`, `badMonth`, `unknownGroup` and `noRight`.
 */
export async function householdsFor(
  database: Database,
  asker: Asker,
  groupId: string,
  month: string,
  now: number = Date.now(),
): Promise<HouseholdView[]> {
  if (!z.uuid().safeParse(groupId).success) throw new DomainError('badInput', { field: 'group' })
  if (!isMonth(month)) throw new DomainError('badMonth', { month: month.slice(0, 20) })
  const group = await database.prisma.householdGroup.findUnique({
    where: { id: groupId },
    select: { hamlet: { select: { communeId: true, servedBy: { select: { branchId: true } } } } },
  })
  if (!group) throw new DomainError('unknownGroup')
  const branchIds = group.hamlet.servedBy.map(({ branchId }) => branchId)
  const allowed =
    (await leads(database, asker, branchIds, group.hamlet.communeId)) ||
    // Who looked after a group a year ago has no business with the people who live there now.
    (month >= shiftMonth(monthAt(now), -1) && (await looksAfter(database, asker, groupId, month)))
  if (!allowed) throw new DomainError('noRight')
  return database.prisma.household.findMany({
    where: { groupId, retiredAt: null },
    select: {
      id: true,
      code: true,
      headName: true,
      people: true,
      status: true,
      statusYear: true,
      supportNeed: true,
    },
    orderBy: { code: 'asc' },
  })
}

/** A hamlet that no branch serves is the office's alone. */
async function leads(
  database: Database,
  asker: Asker,
  branchIds: readonly string[],
  communeId: string,
): Promise<boolean> {
  const places = await Promise.all(branchIds.map((id) => readPlace(database, id)))
  return [...places, { unitId: communeId, above: [] }].some(
    (place) => place !== null && can(asker.grants, 'household.viewAll', place),
  )
}

/** Does the plan of this month, in the member's own branch, give them the group? */
async function looksAfter(
  database: Database,
  { memberId, grants }: Asker,
  groupId: string,
  month: string,
): Promise<boolean> {
  if (memberId === null) return false
  const member = await database.prisma.member.findFirst({
    where: { id: memberId, retiredAt: null },
    select: { branchId: true },
  })
  const place = member && (await readPlace(database, member.branchId))
  if (!place || !can(grants, 'household.viewOwn', place)) return false
  const plan = await database.prisma.plan.findUnique({
    where: { branchId_month: { branchId: place.unitId, month } },
    select: { id: true },
  })
  if (!plan) return false
  const { doc } = await loadPlan(database.pool, plan.id)
  const { assignments } = readPlan(doc)
  doc.destroy()
  return assignments.some(
    ({ memberId: own, target }) =>
      own === memberId && target.kind === 'group' && target.id === groupId,
  )
}
