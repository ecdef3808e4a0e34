import 'server-only'
import type { AdviceNews, ThreadView } from '#domain/advice/advice-view.ts'
import type { MarkedSpan } from '#domain/advice/mark-prose.ts'
import type { NoticeView } from '#domain/advice/notice-view.ts'
import { DomainError } from '#domain/errors.ts'
import { monthAt, shiftMonth } from '#domain/months.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import { planRight } from '#domain/rights.ts'
import type { HouseholdView, RosterView } from '#domain/roster-view.ts'
import { type RoleName, roleNames } from '#domain/vocabulary.ts'
import { currentDatabase } from '../db/database.ts'
import { adviceFor } from './advice/advice-news.ts'
import { noticesFor } from './advice/notices.ts'
import { committedPassages } from './committed-plan.ts'
import { requireActor } from './current-actor.ts'
import { householdsFor } from './households.ts'
import { readCommittedPlan } from './plan-reading.ts'
import { type PlanHead, readPlanHead } from './plans.ts'
import { readRoster } from './roster.ts'
import { seenBranches } from './seen-branches.ts'

/** A branch's month for a page that is read and not edited. `plan` is null while nobody has opened it. */
export interface MyPlan {
  head: PlanHead
  roster: RosterView
  plan: NonNullable<Awaited<ReturnType<typeof readCommittedPlan>>> | null
  /** The asker's strongest role at this branch. */
  role: RoleName | null
  mayComment: boolean
}

/** Who reads: the person, and as which member. */
export interface Me {
  personId: string
  name: string
  memberId: string | null
}

export async function readMe(): Promise<Me> {
  const { personId, fullName, memberId } = await requireActor()
  return { personId, name: fullName, memberId }
}

/** So many branches are read for one page; who has more has the overview on the first page. */
const mostBranches = 12

/** Each of the asker's branches in one month, in the commune's order. */
export async function readMyPlans(month: string): Promise<MyPlan[]> {
  const branches = await seenBranches(currentDatabase(), await requireActor())
  return Promise.all(branches.slice(0, mostBranches).map(({ id }) => readMyPlan(id, month)))
}

/** One of them. Throws `badMonth`, `unknownUnit` and `noRight`. */
export async function readMyPlan(branchId: string, month: string): Promise<MyPlan> {
  const actor = await requireActor()
  const [head, roster, plan] = await Promise.all([
    readPlanHead(branchId, month),
    readRoster(branchId),
    readCommittedPlan(branchId, month),
  ])
  const held = actor.grants.filter(({ unitId }) => unitId === branchId).map(({ role }) => role)
  const isOffice = actor.grants.some(({ role }) => role === 'office')
  const role = roleNames.find((name) => held.includes(name)) ?? (isOffice ? 'office' : null)
  return { head, roster, plan, role, mayComment: head.right !== 'view' }
}

/**
 * The months that the light pages offer, the newest first: the last, this and the next, as Vietnam counts; and the
 * one to begin with: the next when one of the asker's branches has opened it, else this.
 */
export async function readMyMonths(): Promise<{ months: string[]; begin: string }> {
  const database = currentDatabase()
  const actor = await requireActor()
  const now = monthAt(Date.now())
  const next = shiftMonth(now, 1)
  const branches = await seenBranches(database, actor)
  const mine = branches.filter(({ place }) => planRight(actor.grants, place) !== null)
  const opened = await database.prisma.plan.findFirst({
    where: { branchId: { in: mine.map(({ id }) => id) }, month: next },
    select: { id: true },
  })
  return { months: [next, now, shiftMonth(now, -1)], begin: opened ? next : now }
}

/** The talk about a plan as the asker may see it; nothing where there is none to see. */
export async function readMyAdvice(branchId: string, month: string): Promise<AdviceNews> {
  return adviceFor(currentDatabase(), await requireActor(), branchId, month)
}

/** Where the passages that threads are about stand in a plan's prose now; those that are gone are missing. */
export async function readMyMarks(
  { head, plan }: MyPlan,
  threads: readonly ThreadView[],
): Promise<Readonly<Record<ProsePart, readonly MarkedSpan[]>>> {
  await readPlanHead(head.branch.id, head.month)
  const marks: Record<ProsePart, MarkedSpan[]> = { review: [], focus: [], organisation: [] }
  const about = threads.flatMap(({ id, place, anchor, resolved }) =>
    place.kind === 'passage' && resolved === null ? [{ id, passage: place, anchor }] : [],
  )
  if (!plan || about.length === 0) return marks
  const { spans } = await committedPassages(currentDatabase(), plan.planId, about)
  for (const [index, { id, passage }] of about.entries()) {
    const span = spans[index]
    if (span) marks[passage.part].push({ ...span, threadId: id })
  }
  return marks
}

/** The asker's notices, the newest first. */
export async function readMyNotices(): Promise<NoticeView[]> {
  return noticesFor(currentDatabase(), await requireActor())
}

/** The households of a group, or null for those who may only know how many there are. */
export async function readMyHouseholds(
  groupId: string,
  month: string,
): Promise<HouseholdView[] | null> {
  try {
    return await householdsFor(currentDatabase(), await requireActor(), groupId, month)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'noRight') return null
    throw error
  }
}
