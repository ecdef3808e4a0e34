import { changeOfElement } from '../history/change-of-element.ts'
import type { PlanChange } from '../history/plan-change.ts'
import { proseParts } from '../plan-doc.ts'
import type { TaskView } from '../plan-view.ts'
import type { OrderedTask } from '../read-task.ts'
import { changedBlocks } from './changed-blocks.ts'
import type { RecordContent, RecordTaskContent } from './record-content.ts'
import { type RosterChange, rosterChanges } from './roster-changes.ts'

/** What became of a content since it was signed off. */
export interface ContentChanges {
  changes: PlanChange[]
  /** Names, offices, reasons, totals of groups: what the plan uses and what is not in it. */
  roster: RosterChange[]
}

/** How one content differs from a later one: places, tasks, prose, and the lists that it was made with. */
export function contentChanges(before: RecordContent, after: RecordContent): ContentChanges {
  const prose = proseParts.flatMap((part) =>
    changedBlocks(before.prose[part], after.prose[part]).map(
      ({ from, to }): PlanChange => ({ kind: 'prose', part, how: howChanged(from, to), from, to }),
    ),
  )
  const changes = [...changedPlaces(before, after), ...changedTasks(before, after), ...prose]
  return { changes, roster: rosterChanges(before, after) }
}

function howChanged(from: string, to: string): 'written' | 'edited' | 'removed' | 'reshaped' {
  if (from === to) return 'reshaped'
  if (from === '') return 'written'
  return to === '' ? 'removed' : 'edited'
}

function changedPlaces(before: RecordContent, after: RecordContent): PlanChange[] {
  const targetsOf = ({ assignments }: RecordContent, id: string) =>
    assignments.filter(({ memberId }) => memberId === id).map(({ target }) => target)
  const ids = new Set([...before.assignments, ...after.assignments].map(({ memberId }) => memberId))
  return [...ids].flatMap((memberId) => {
    const value = (content: RecordContent) =>
      ({ kind: 'places', targets: targetsOf(content, memberId) }) as const
    return changeOfElement({ kind: 'places', memberId }, value(before), value(after)) ?? []
  })
}

function changedTasks(before: RecordContent, after: RecordContent): PlanChange[] {
  const was = new Map(before.tasks.map((task) => [task.id, task]))
  const is = new Map(after.tasks.map((task) => [task.id, task]))
  const moved = movedIds(
    before.tasks.map(({ id }) => id).filter((id) => is.has(id)),
    after.tasks.map(({ id }) => id).filter((id) => was.has(id)),
  )
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((taskId) => {
    const value = (task: RecordTaskContent | undefined, order: string) =>
      ({ kind: 'task', task: task === undefined ? null : asOrdered(task, order) }) as const
    const order = moved.has(taskId) ? 'moved' : ''
    const [from, to] = [value(was.get(taskId), ''), value(is.get(taskId), order)]
    return changeOfElement({ kind: 'task', taskId }, from, to) ?? []
  })
}

function asOrdered(task: RecordTaskContent, order: string): OrderedTask {
  const view: TaskView = { ...task, field: task.field?.code ?? null }
  return { view, order, removed: false }
}

/** Those that must be moved to make the one order out of the other: all that are not in its longest common run. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const rank = new Map(before.map((id, index) => [id, index]))
  const ranks = after.map((id) => rank.get(id) ?? 0)
  const lengths = ranks.map(() => 1)
  for (const [at, own] of ranks.entries()) {
    for (let earlier = 0; earlier < at; earlier += 1) {
      const isBefore = (ranks[earlier] ?? 0) < own
      if (isBefore) lengths[at] = Math.max(lengths[at] ?? 1, (lengths[earlier] ?? 0) + 1)
    }
  }
  const stay = new Set<string>()
  let [want, below] = [Math.max(0, ...lengths), Number.POSITIVE_INFINITY]
  for (let at = after.length - 1; at >= 0; at -= 1) {
    const id = after[at]
    if (id === undefined || lengths[at] !== want || (ranks[at] ?? 0) >= below) continue
    stay.add(id)
    want -= 1
    below = ranks[at] ?? 0
  }
  return new Set(after.filter((id) => !stay.has(id)))
}
