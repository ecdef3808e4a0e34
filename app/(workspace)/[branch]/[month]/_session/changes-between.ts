import type { ProsePart } from '#domain/plan-doc.ts'
import type { Target, TaskView } from '#domain/plan-view.ts'
import { targetKey } from '#domain/target.ts'
import type { PlanPicture } from './plan-picture.ts'

/** One thing that changed, as a person would count it: a move, a task touched, a paragraph. */
export type Change =
  | { kind: 'place'; memberId: string; from: readonly Target[]; to: readonly Target[] }
  | {
      kind: 'task'
      how: 'added' | 'edited' | 'removed' | 'restored'
      id: string
      title: string
      result: string
    }
  | { kind: 'prose'; part: ProsePart; how: 'written' | 'removed'; text: string }

/** What must have been done to get from one picture to the other, places first, then tasks, then text. */
export function changesBetween(before: PlanPicture, after: PlanPicture): Change[] {
  return [
    ...placeChanges(before, after),
    ...taskChanges(before, after),
    ...proseChanges(before, after),
  ]
}

function placeChanges(before: PlanPicture, after: PlanPicture): Change[] {
  if (before.view.assignments === after.view.assignments) return []
  const was = placesByMember(before)
  const is = placesByMember(after)
  const changes: Change[] = []
  for (const memberId of new Set([...was.keys(), ...is.keys()])) {
    const from = was.get(memberId) ?? []
    const to = is.get(memberId) ?? []
    const lost = from.filter((target) => !holds(to, target))
    const won = to.filter((target) => !holds(from, target))
    if (lost.length + won.length > 0) changes.push({ kind: 'place', memberId, from: lost, to: won })
  }
  return changes
}

function placesByMember({ view }: PlanPicture): Map<string, Target[]> {
  const places = new Map<string, Target[]>()
  for (const { memberId, target } of view.assignments) {
    places.set(memberId, [...(places.get(memberId) ?? []), target])
  }
  return places
}

function holds(targets: readonly Target[], target: Target): boolean {
  return targets.some((other) => targetKey(other) === targetKey(target))
}

function taskChanges(before: PlanPicture, after: PlanPicture): Change[] {
  const was = new Map(before.view.tasks.map((task) => [task.id, task]))
  const wasRemoved = new Set(before.view.removedTasks.map(({ id }) => id))
  const isRemoved = new Set(after.view.removedTasks.map(({ id }) => id))
  const changes: Change[] = []
  for (const task of after.view.tasks) {
    const old = was.get(task.id)
    if (!old) changes.push(taskChange(wasRemoved.has(task.id) ? 'restored' : 'added', task))
    else if (JSON.stringify(old) !== JSON.stringify(task)) changes.push(taskChange('edited', task))
  }
  for (const task of before.view.tasks) {
    if (isRemoved.has(task.id)) changes.push(taskChange('removed', task))
  }
  return changes
}

function taskChange(how: 'added' | 'edited' | 'removed' | 'restored', task: TaskView): Change {
  return { kind: 'task', how, id: task.id, title: task.title, result: task.result }
}

function proseChanges(before: PlanPicture, after: PlanPicture): Change[] {
  const parts = Object.keys(after.prose) as ProsePart[]
  return parts.flatMap((part) => {
    const was = new Set(before.prose[part])
    const is = new Set(after.prose[part])
    const written = after.prose[part].filter((text) => !was.has(text))
    const removed = before.prose[part].filter((text) => !is.has(text))
    // A paragraph that was edited is both; it is told once, as what it says now.
    const gone = removed.slice(written.length)
    return [
      ...written.map((text): Change => ({ kind: 'prose', part, how: 'written', text })),
      ...gone.map((text): Change => ({ kind: 'prose', part, how: 'removed', text })),
    ]
  })
}
