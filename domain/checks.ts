import { type Need, needsAttention } from './needs-attention.ts'
import type { PlanView } from './plan-view.ts'
import { changedSince } from './record/changed-since.ts'
import type { Check, CheckPlace } from './record/check.ts'
import { type CommuneRules, weights } from './record/commune-rules.ts'
import type { MonthBefore } from './record/record-desk.ts'
import type { RosterView } from './roster-view.ts'

/** What rows know and the plan does not. Of each, what there is at the moment of asking. */
export interface CheckFacts {
  rules: CommuneRules
  justifications: readonly { checkKey: string; words: string }[]
  /** Sign-offs that cover the content which is checked. */
  covering: number
  openComments: number
  openProposals: number
  /** Who is known to hold work that was not sent. */
  unsent: readonly { personId: string; changes: number }[]
  outsideGroups: { poor: number }
  before: Pick<MonthBefore, 'month' | 'assignments'> | null
}

/** A matter before the commune's weight and the branch's words are laid on it. */
type Matter = Pick<Check, 'kind' | 'key' | 'at' | 'need' | 'count'>

/**
 * Everything that stands between a month and its record, or is worth knowing before; blocks first, then what must be
 * explained, then notes, each in the roster's and the plan's order (SPEC F30). Pure, and total over any view.
 * `today` is yyyy-mm-dd.
 */
export function checks(
  roster: RosterView,
  plan: PlanView,
  facts: CheckFacts,
  today: string,
): Check[] {
  const { rules, justifications } = facts
  const words = new Map(justifications.map(({ checkKey, words }) => [checkKey, words]))
  const matters: Matter[] = [
    ...outsideGroups(facts),
    ...needsAttention(roster, plan, today).map(ofNeed),
    ...incompleteTasks(roster, plan),
    ...openTalk(facts),
    ...unsentWork(facts),
    ...missingSignOffs(facts),
    ...sinceLastMonth(roster, plan, facts),
  ]
  const weighed = matters.map(
    (matter): Check => ({
      ...matter,
      weight: rules.weights[matter.kind],
      justification: words.get(matter.key) || null,
    }),
  )
  return weights.flatMap((weight) => weighed.filter((check) => check.weight === weight))
}

/** Does this one keep the month from being finalised (SPEC F31)? */
export function standsInTheWay(check: Pick<Check, 'weight' | 'justification'>): boolean {
  return check.weight === 'block' || (check.weight === 'reason' && check.justification === null)
}

function ofNeed(need: Need): Matter {
  const at: CheckPlace =
    'taskId' in need
      ? { kind: 'task', id: need.taskId }
      : 'groupId' in need
        ? { kind: 'group', id: need.groupId }
        : { kind: 'member', id: need.memberId }
  return { kind: need.kind, key: keyOf(need), at, need, count: countOf(need) }
}

/**
 * Words explain what they were given for: holding two groups instead of one explains nothing about three. For the rest
 * the figures may move.
 */
function keyOf(need: Need): string {
  if ('taskId' in need) return `${need.kind}:${need.taskId}`
  if ('groupId' in need) return `${need.kind}:${need.groupId}`
  if (need.kind === 'overLimit') return `${need.kind}:${need.memberId}:${need.groups}`
  if (need.kind !== 'placeGone') return `${need.kind}:${need.memberId}`
  const field = need.target.kind === 'hamlet' ? `:${need.target.field}` : ''
  return `${need.kind}:${need.memberId}:${need.target.id}${field}`
}

function countOf(need: Need): number {
  if (need.kind === 'overLimit') return need.groups
  if (need.kind === 'manyPoorOnePerson') return need.poor
  return need.kind === 'carriedOften' ? need.times : 1
}

function outsideGroups({ outsideGroups: { poor } }: CheckFacts): Matter[] {
  if (poor === 0) return []
  const at = { kind: 'outsideGroups' } as const
  return [{ kind: 'poorOutsideGroups', key: 'poorOutsideGroups', at, need: null, count: poor }]
}

/** Who did it has to be known of every task, until when only of those that are still open. */
function incompleteTasks(roster: RosterView, plan: PlanView): Matter[] {
  const members = new Set(roster.members.map(({ id }) => id))
  return plan.tasks.flatMap((task): Matter[] => {
    const isOpen = task.status === 'todo' || task.status === 'doing'
    const lacking: Matter['kind'][] = []
    if (!task.doers.some((id) => members.has(id))) lacking.push('taskWithoutDoer')
    if (isOpen && task.due === null) lacking.push('taskWithoutDue')
    const at = { kind: 'task', id: task.id } as const
    return lacking.map((kind) => ({ kind, key: `${kind}:${task.id}`, at, need: null, count: 1 }))
  })
}

/** One word too many is another matter than the words that were left for next month. */
function openTalk({ openComments, openProposals }: CheckFacts): Matter[] {
  const counted = [
    { kind: 'openComments', count: openComments },
    { kind: 'openProposals', count: openProposals },
  ] as const
  const at = { kind: 'advice' } as const
  return counted
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ kind, key: `${kind}:${count}`, at, need: null, count }))
}

function unsentWork({ unsent }: CheckFacts): Matter[] {
  return unsent
    .filter(({ changes }) => changes > 0)
    .map(({ personId, changes }) => ({
      kind: 'unsentChanges',
      key: `unsentChanges:${personId}`,
      at: { kind: 'person', id: personId },
      need: null,
      count: changes,
    }))
}

function missingSignOffs({ rules, covering }: CheckFacts): Matter[] {
  const count = rules.signOffs - covering
  if (count <= 0) return []
  const at = { kind: 'signOffs' } as const
  return [{ kind: 'signOffsMissing', key: 'signOffsMissing', at, need: null, count }]
}

function sinceLastMonth(roster: RosterView, plan: PlanView, { before }: CheckFacts): Matter[] {
  if (before === null) return []
  const { groupIds, carried } = changedSince(roster, plan, before)
  const count = groupIds.length + carried
  if (count === 0) return []
  const kind = 'changedSinceLastMonth'
  return [{ kind, key: kind, at: { kind: 'history' }, need: null, count }]
}
