import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ThreadView } from '#domain/advice/advice-view.ts'
import { type ProsePart, proseParts } from '#domain/plan-doc.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { RosterView } from '#domain/roster-view.ts'

export const threadFilters = ['open', 'mentionsMe', 'done'] as const
export type ThreadFilter = (typeof threadFilters)[number]
export type ThreadOrder = 'place' | 'time'

type Sortable = Pick<ThreadView, 'place' | 'at' | 'id' | 'resolved'> & {
  proposal: Pick<NonNullable<ThreadView['proposal']>, 'state'> | null
  comments: readonly Pick<ThreadView['comments'][number], 'at' | 'isDeleted' | 'mentions'>[]
}

/** Open until somebody resolves it; a proposal also until it is settled (SPEC Q34). */
export function isThreadOpen(thread: Sortable): boolean {
  return thread.resolved === null && (thread.proposal === null || thread.proposal.state === 'open')
}

export function passesThreadFilter(
  thread: Sortable,
  filter: ThreadFilter,
  personId: string,
): boolean {
  if (filter === 'done') return !isThreadOpen(thread)
  if (!isThreadOpen(thread)) return false
  return (
    filter === 'open' ||
    thread.comments.some(
      ({ isDeleted, mentions }) =>
        !isDeleted && mentions.some((person) => person.personId === personId),
    )
  )
}

/** One text for each place that has a spot of its own on a screen; passages share that of their part. */
export function adviceKey(place: AdvicePlace): string {
  if (place.kind === 'plan') return 'plan'
  return place.kind === 'passage' ? `passage:${place.part}` : `${place.kind}:${place.id}`
}

/**
 * By time: the newest word first. By place: the plan as a whole, then as one reads (review, key tasks, tasks,
 * organisation), then groups and members as the roster has them; in one place the older thread first.
 */
export function orderThreads<Thread extends Sortable>(
  threads: readonly Thread[],
  order: ThreadOrder,
  plan: { view: PlanView; roster: RosterView; passageAt: (thread: Thread) => number },
): Thread[] {
  if (order === 'time') {
    return threads.toSorted((a, b) => compareTexts(lastWordAt(b), lastWordAt(a)) || byId(a, b))
  }
  const ranks = placeRanks(plan.view, plan.roster)
  const rankOf = (thread: Thread) => ranks.get(adviceKey(thread.place)) ?? ranks.size
  return threads.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      plan.passageAt(a) - plan.passageAt(b) ||
      compareTexts(a.at, b.at) ||
      byId(a, b),
  )
}

function placeRanks(view: PlanView, roster: RosterView): ReadonlyMap<string, number> {
  const inPart = (part: ProsePart) => `passage:${part}`
  const [review, focus, organisation] = proseParts
  const keys = [
    'plan',
    inPart(review),
    inPart(focus),
    ...view.tasks.map(({ id }) => `task:${id}`),
    inPart(organisation),
    ...roster.groups.map(({ id }) => `group:${id}`),
    ...roster.members.map(({ id }) => `member:${id}`),
  ]
  return new Map(keys.map((key, index) => [key, index]))
}

function lastWordAt(thread: Sortable): string {
  return [thread.at, ...thread.comments.map(({ at }) => at)].toSorted(compareTexts).at(-1) ?? ''
}

function byId(a: Sortable, b: Sortable): number {
  return compareTexts(a.id, b.id)
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
