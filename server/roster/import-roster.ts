import { DomainError } from '#domain/errors.ts'
import type { Database } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { announceRoster } from './announce-roster.ts'
import { applyChanges, type Progress } from './apply-changes.ts'
import { cleanCell } from './clean-cell.ts'
import { compareRoster, type RosterChanges } from './compare-roster.ts'
import { readLists } from './lists.ts'
import { readRecorded } from './recorded-roster.ts'
import { emptyGroups } from './retire.ts'
import { countRows, type RosterReport } from './roster-report.ts'

export interface ImportOrder {
  /** The commune's name; a unit of this name is made when there is none. */
  commune: string
  /** Paths of the two lists. */
  members: string
  households: string
  /** What the lists no longer hold leaves the board. */
  retire?: boolean
  /** Say what would change and change nothing. */
  dryRun?: boolean
  onProgress?: Progress
}

/** One import at a time, whichever commune: two would both make the same units. */
const importLock = 7_223_419

/** A dry run ends its transaction with this. */
class NothingKept extends Error {
  readonly report: RosterReport
  constructor(report: RosterReport) {
    super('dry run')
    this.report = report
  }
}

/**
 * Brings the roster of a commune to what the office's two lists say: all of it or nothing, and only rows that
 * differ are written. Open boards are told. Throws DomainError: fileTooLarge, fileUnreadable, wrongHeader,
 * badInput for the commune's name, and RosterRefused with every cell that is wrong.
 */
export async function importRoster(database: Database, order: ImportOrder): Promise<RosterReport> {
  const commune = cleanCell(order.commune)
  if (commune === '' || commune.length > 120)
    throw new DomainError('badInput', { field: 'commune' })
  try {
    return await database.prisma.$transaction((tx) => importWithin(tx, { ...order, commune }), {
      maxWait: 10_000,
      timeout: 300_000,
    })
  } catch (error) {
    if (error instanceof NothingKept) return error.report
    throw error
  }
}

async function importWithin(
  tx: Prisma.TransactionClient,
  order: ImportOrder,
): Promise<RosterReport> {
  // An import may wait for another and takes longer than a page may: the pool's limits are not for it.
  await tx.$executeRaw`select set_config('statement_timeout', '120s', true),
                              set_config('idle_in_transaction_session_timeout', '120s', true)`
  await tx.$executeRaw`select pg_advisory_xact_lock(${importLock})`
  const recorded = await readRecorded(tx, order.commune)
  const lists = await readLists(
    order,
    recorded.hamlets.map(({ name }) => name),
  )
  const changes = compareRoster(recorded, lists)
  const retire = order.retire === true
  const { commune, onProgress = () => undefined } = order
  const groupsBefore = recorded.groups.filter(({ retired }) => !retired).length
  const { communeId, branchIds } = await applyChanges(tx, recorded, changes, {
    commune,
    retire,
    onProgress,
  })
  const groups = await tx.householdGroup.count({
    where: { retiredAt: null, hamlet: { communeId } },
  })
  const gained = changes.newGroups.length + changes.returnedGroups.length
  const retiredGroups = groupsBefore + gained - groups
  const report: RosterReport = {
    commune,
    unchanged: !hasChanges(changes, retire) && retiredGroups === 0,
    members: countRows(changes.members, retire),
    households: countRows(changes.households, retire),
    groups: { all: groups, added: gained, retired: retiredGroups },
    newCommune: recorded.communeId === null,
    newBranches: changes.newBranches,
    newHamlets: changes.newHamlets,
    branches: await readLinks(tx, branchIds),
    missing: {
      members: changes.members.missing.map(({ code }) => code),
      households: changes.households.missing.map(({ code }) => code),
    },
    emptyGroups: await readEmptyGroups(tx, communeId),
    leftOut: lists.leftOut,
  }
  if (order.dryRun) throw new NothingKept(report)
  if (!report.unchanged) await announceRoster(tx, branchIds)
  return report
}

function hasChanges(changes: RosterChanges, retire: boolean): boolean {
  const { members, households, newBranches, newHamlets, newGroups, newLinks, returnedGroups } =
    changes
  const units = [newBranches, newHamlets, newGroups, newLinks, returnedGroups]
  const rows = [members.added, members.changed, households.added, households.changed]
  const gone = retire ? [members.missing, households.missing] : []
  return [...units, ...rows, ...gone].some((list) => list.length > 0)
}

async function readLinks(tx: Prisma.TransactionClient, branchIds: readonly string[]) {
  const branches = await tx.orgUnit.findMany({
    where: { id: { in: [...branchIds] } },
    select: { name: true, serves: { select: { hamlet: { select: { name: true } } } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  return branches.map(({ name, serves }) => ({ name, hamlets: serves.map((s) => s.hamlet.name) }))
}

async function readEmptyGroups(tx: Prisma.TransactionClient, communeId: string) {
  const groups = await tx.householdGroup.findMany({
    where: emptyGroups(communeId),
    select: { name: true, hamlet: { select: { name: true } } },
    orderBy: [{ hamlet: { position: 'asc' } }, { position: 'asc' }],
  })
  return groups.map(({ name, hamlet }) => ({ name, hamlet: hamlet.name }))
}
