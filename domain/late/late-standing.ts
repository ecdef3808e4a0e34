import type { TaskFieldChange } from '../history/plan-change.ts'
import type { PlanView, Target, TaskView } from '../plan-view.ts'
import type { RosterView } from '../roster-view.ts'
import { isSameTarget } from '../target.ts'
import type { LateChange } from './late-view.ts'

/** The plan that would take a late change up, and the month that the change was written for. */
export interface LateGround {
  view: PlanView
  roster: RosterView
  /** yyyy-mm, both. */
  month: string
  lateMonth: string
}

/**
 * How a late change stands to a plan. `byHand`: words, which people copy themselves. `done`: the plan says so already.
 * `gone`: what it is about is not in that plan.
 */
export type LateStanding =
  | { kind: 'fits' | 'done' | 'byHand' | 'nothing' }
  | { kind: 'gone'; what: 'member' | 'place' | 'task' | 'order' }

/** Holds a late change against a plan as it is now (SPEC F73). Pure and total. */
export function lateStanding(change: LateChange, ground: LateGround): LateStanding {
  switch (change.kind) {
    case 'places':
      return standingOfPlaces(change, ground)
    case 'task':
      return standingOfTask(change, ground)
    case 'prose':
    case 'words':
      return { kind: 'byHand' }
    default:
      return { kind: 'nothing' }
  }
}

/**
 * The task of this plan that a late change is about: the same one, or in a later month the one that carries it on. Null
 * when there is none.
 */
export function taskHere(
  taskId: string,
  { view, month, lateMonth }: Pick<LateGround, 'view' | 'month' | 'lateMonth'>,
): { task: TaskView; isRemoved: boolean } | null {
  const isIt = ({ id, carriedFrom }: TaskView) =>
    id === taskId ||
    (month !== lateMonth && carriedFrom?.month === lateMonth && carriedFrom.taskId === taskId)
  const task = view.tasks.find(isIt)
  if (task) return { task, isRemoved: false }
  const removed = view.removedTasks.find(isIt)
  return removed ? { task: removed, isRemoved: true } : null
}

function standingOfPlaces(
  { memberId, from, to }: Extract<LateChange, { kind: 'places' }>,
  { view, roster }: LateGround,
): LateStanding {
  const held = view.assignments.filter((place) => place.memberId === memberId)
  const holds = (target: Target) => held.some((place) => isSameTarget(place.target, target))
  if (to.every(holds) && !from.some(holds)) return { kind: 'done' }
  if (!roster.members.some(({ id }) => id === memberId)) return { kind: 'gone', what: 'member' }
  return to.every((target) => exists(target, roster))
    ? { kind: 'fits' }
    : { kind: 'gone', what: 'place' }
}

function exists(target: Target, roster: RosterView): boolean {
  const rows = target.kind === 'group' ? roster.groups : roster.communeHamlets
  return rows.some(({ id }) => id === target.id)
}

function standingOfTask(
  { how, taskId, fields }: Extract<LateChange, { kind: 'task' }>,
  ground: LateGround,
): LateStanding {
  const here = taskHere(taskId, ground)
  const isThere = here !== null && !here.isRemoved
  switch (how) {
    case 'moved':
      return { kind: 'gone', what: 'order' }
    case 'added':
      return { kind: isThere ? 'done' : 'fits' }
    case 'removed':
      return { kind: isThere ? 'fits' : 'done' }
    case 'restored':
      if (here === null) return { kind: 'gone', what: 'task' }
      return { kind: isThere && isAsWritten(here.task, fields) ? 'done' : 'fits' }
    case 'edited':
      if (here === null) return { kind: 'gone', what: 'task' }
      return { kind: isAsWritten(here.task, fields) ? 'done' : 'fits' }
  }
}

function isAsWritten(task: TaskView, fields: readonly TaskFieldChange[]): boolean {
  return fields.every((change) => {
    if (change.field === 'doers' || change.field === 'coDoers') {
      const now = task[change.field]
      return (
        change.to.every((id) => now.includes(id)) && !change.from.some((id) => now.includes(id))
      )
    }
    return JSON.stringify(task[change.field]) === JSON.stringify(change.to)
  })
}
