import { countFigures } from '#domain/record/count-figures.ts'
import type { RecordFigures } from '#domain/record/month-record.ts'
import type { MemberView, RosterView } from '#domain/roster-view.ts'
import type { Database } from '../db/database.ts'
import { readGroupTotals } from '../roster/group-totals.ts'
import { outsideGroupsOf } from './outside-groups.ts'

const nobody: RosterView = {
  branch: { id: '', name: '', communeId: '', communeName: '' },
  hamlets: [],
  communeHamlets: [],
  groups: [],
  members: [],
  fields: [],
  templates: [],
}
const nothing = { assignments: [], tasks: [], removedTasks: [] }

/**
 * What the sums of these branches would be in a month that nobody has begun: everyone where the roster puts them, and
 * nothing looked after. By branch; few questions however many there are. `today` is yyyy-mm-dd.
 */
export async function emptyFigures(
  database: Database,
  branchIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, RecordFigures>> {
  const served = await database.prisma.branchHamlet.findMany({
    where: { branchId: { in: [...branchIds] } },
  })
  const hamletIds = [...new Set(served.map(({ hamletId }) => hamletId))]
  const [members, groups, outside] = await Promise.all([
    readMembers(database, branchIds),
    readGroupTotals(database, hamletIds),
    outsideGroupsOf(database.pool, branchIds),
  ])
  return new Map(
    branchIds.map((id) => {
      const own = new Set(
        served.filter(({ branchId }) => branchId === id).map(({ hamletId }) => hamletId),
      )
      const roster = {
        ...nobody,
        members: members.get(id) ?? [],
        groups: groups.filter(({ hamletId }) => own.has(hamletId)),
      }
      const none = { households: 0, poor: 0, nearPoor: 0 }
      return [id, countFigures(roster, nothing, outside.get(id) ?? none, today)]
    }),
  )
}

async function readMembers(
  { prisma }: Database,
  branchIds: readonly string[],
): Promise<Map<string, MemberView[]>> {
  const rows = await prisma.member.findMany({
    where: { branchId: { in: [...branchIds] }, retiredAt: null },
    select: { id: true, branchId: true, field: true, reason: true, reasonUntil: true },
  })
  const members = new Map<string, MemberView[]>(branchIds.map((id) => [id, []]))
  for (const { branchId, reason, reasonUntil, ...row } of rows) {
    const until = reasonUntil?.toISOString().slice(0, 10) ?? null
    members.get(branchId)?.push({ ...unnamed, ...row, reason: reason && { kind: reason, until } })
  }
  return members
}

/** What counting does not ask of a member. */
const unnamed = {
  code: '',
  name: '',
  sortName: '',
  standing: 'official',
  office: null,
  hamletId: null,
  strengths: [],
  maxGroups: null,
} as const
