import type { PlanView, TaskView } from '../plan-view.ts'
import type { RosterView } from '../roster-view.ts'
import { isSameTarget } from '../target.ts'
import type { ProposedChange } from './proposed-change.ts'

/** What a proposed change is held against. */
export interface Ground {
  view: PlanView
  roster: RosterView
  /** What stands now where the quoted passage stood; null when that place is gone. Of a `replaceText` only. */
  passage: string | null
}

/**
 * Can a proposal be accepted as it was meant? `done`: the plan says so already. `moved`: what it stood on has
 * changed since, and `what` says which part of it.
 */
export type ChangeVerdict = { kind: 'fits' } | { kind: 'done' } | { kind: 'moved'; what: Moved }
export type Moved = 'member' | 'group' | 'inCharge' | 'task' | 'due' | 'passage'

/** Holds a proposal against the plan as it is now (SPEC Q30). `newTaskId` is the id that its new task would get. */
export function judgeChange(
  change: ProposedChange,
  ground: Ground,
  newTaskId: string,
): ChangeVerdict {
  switch (change.kind) {
    case 'changeMember':
      return judgeMember(change, ground)
    case 'newTask':
      return judgeTask(change, ground, newTaskId)
    case 'changeDue':
      return judgeDue(change, ground.view)
    case 'replaceText':
      if (ground.passage === change.text) return done
      return ground.passage === change.passage.quote ? fits : moved('passage')
  }
}

const fits = { kind: 'fits' } as const
const done = { kind: 'done' } as const

function moved(what: Moved): ChangeVerdict {
  return { kind: 'moved', what }
}

function judgeMember(
  { groupId, from, to }: Extract<ProposedChange, { kind: 'changeMember' }>,
  { view, roster }: Ground,
): ChangeVerdict {
  if (!roster.groups.some(({ id }) => id === groupId)) return moved('group')
  const target = { kind: 'group', id: groupId } as const
  const there = new Set(
    view.assignments
      .filter((place) => isSameTarget(place.target, target))
      .map(({ memberId }) => memberId),
  )
  const hasLeft = from === null || !there.has(from)
  if (there.has(to)) return hasLeft ? done : moved('inCharge')
  if (!roster.members.some(({ id }) => id === to)) return moved('member')
  // Nobody was in charge when it was written; or the one who should leave has left without it.
  const stands = from === null ? there.size === 0 : there.has(from)
  return stands ? fits : moved('inCharge')
}

function judgeTask(
  { doers, groupIds }: Extract<ProposedChange, { kind: 'newTask' }>,
  { view, roster }: Ground,
  newTaskId: string,
): ChangeVerdict {
  if (taskIn(view, newTaskId)) return done
  const members = new Set(roster.members.map(({ id }) => id))
  if (!doers.every((id) => members.has(id))) return moved('member')
  const groups = new Set(roster.groups.map(({ id }) => id))
  return groupIds.every((id) => groups.has(id)) ? fits : moved('group')
}

function judgeDue(
  { taskId, from, to }: Extract<ProposedChange, { kind: 'changeDue' }>,
  view: PlanView,
): ChangeVerdict {
  const task = taskIn(view, taskId)
  if (!task) return moved('task')
  if (task.due === to) return done
  return task.due === from ? fits : moved('due')
}

function taskIn(view: PlanView, id: string): TaskView | undefined {
  return view.tasks.find((task) => task.id === id)
}
