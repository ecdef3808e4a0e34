import 'server-only'
import { proposedChangeSchema } from '#domain/advice/proposed-change.ts'
import { DomainError } from '#domain/errors.ts'
import type { HistoryView, PastPlan } from '#domain/history/history-view.ts'
import type { HistoryEntry } from '#domain/history/plan-change.ts'
import { type AcceptedProposal, isOfProposal } from '#domain/history/proposed-by.ts'
import { parseMonth } from '#domain/months.ts'
import { can } from '#domain/rights.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { houseReaders } from '../log/house-readers.ts'
import { findPlanHead } from '../log/plan-head-row.ts'
import { requireActor } from './current-actor.ts'
import { type Asker, seenBranch } from './seen-branch.ts'

export interface HistoryWish {
  /** Only changes of this group; null for all. */
  groupId: string | null
  /** Only changes that ended before this row; null for the newest. */
  before: number | null
}

const mostAtOnce = 60

/**
 * Who changed what and when in a plan, for a page; nothing when nobody has opened it. Throws `badMonth`, `unknownUnit`
 * and `noRight`; leads to the sign-in when nobody is signed in.
 */
export async function readHistory(
  branchId: string,
  month: string,
  wish: HistoryWish,
): Promise<HistoryView> {
  return historyFor(currentDatabase(), await requireActor(), branchId, month, wish)
}

/** The same for somebody known. */
export async function historyFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
  wish: HistoryWish,
): Promise<HistoryView> {
  parseMonth(month)
  const place = await seenBranch(database, asker, branchId, 'plan.view')
  const head = await findPlanHead(database.pool, branchId, month)
  if (!head) return { entries: [], hasOlder: false }
  const { planId } = head
  const question = { ...wish, after: 0, most: mostAtOnce }
  const page = await houseReaders().history.read(database.pool, planId, question)
  const proposals = can(asker.grants, 'plan.comment', place)
    ? await readAccepted(database, planId)
    : []
  const nameOf = await readWriters(database, planId, page.entries)
  return {
    hasOlder: page.hasOlder,
    entries: page.entries.map((entry) => ({
      ...entry,
      by: nameOf(entry.personId),
      proposedBy: proposals.find((proposal) => isOfProposal(entry, proposal))?.author ?? null,
    })),
  }
}

/** The plan as it was after a row of its log, for a page; null when there is no such row. Throws as above. */
export async function readPastPlan(
  branchId: string,
  month: string,
  seq: number,
): Promise<PastPlan | null> {
  return pastPlanFor(currentDatabase(), await requireActor(), branchId, month, seq)
}

/** The same for somebody known. */
export async function pastPlanFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
  seq: number,
): Promise<PastPlan | null> {
  parseMonth(month)
  await seenBranch(database, asker, branchId, 'plan.view')
  if (!Number.isSafeInteger(seq) || seq < 1) throw new DomainError('badInput', { field: 'at' })
  const head = await findPlanHead(database.pool, branchId, month)
  if (!head || BigInt(seq) > head.seq) return null
  const { planId } = head
  const row = await database.prisma.planUpdate.findUniqueOrThrow({
    where: { planId_seq: { planId, seq: BigInt(seq) } },
    select: { author: true, at: true },
  })
  const content = await houseReaders().plans.readPast(database.pool, planId, BigInt(seq))
  const nameOf = await readWriters(database, planId, [{ personId: row.author }])
  return { ...content, seq, at: row.at.getTime(), by: nameOf(row.author) }
}

/** Names by person; what the server wrote at the beginning is its doing who opened the plan. */
async function readWriters(
  { prisma }: Database,
  planId: string,
  entries: readonly Pick<HistoryEntry, 'personId'>[],
): Promise<(personId: string | null) => string | null> {
  const plan = await prisma.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { createdBy: true },
  })
  const writers = new Set(entries.flatMap(({ personId }) => personId ?? plan.createdBy ?? []))
  const people = await prisma.person.findMany({
    where: { id: { in: [...writers] } },
    select: { id: true, fullName: true },
  })
  return (personId) => {
    const writer = personId ?? plan.createdBy
    return people.find(({ id }) => id === writer)?.fullName ?? null
  }
}

async function readAccepted(
  { prisma }: Database,
  planId: string,
): Promise<(AcceptedProposal & { author: string })[]> {
  const rows = await prisma.proposal.findMany({
    where: { state: 'accepted', thread: { planId } },
    select: {
      change: true,
      settledAt: true,
      settledBy: true,
      thread: { select: { author: { select: { fullName: true } } } },
    },
  })
  return rows.flatMap(({ change, settledAt, settledBy, thread }) => {
    const proposed = proposedChangeSchema.safeParse(change)
    if (!proposed.success || settledAt === null) return []
    const author = thread.author.fullName
    return { change: proposed.data, settledBy, settledAt: settledAt.getTime(), author }
  })
}
