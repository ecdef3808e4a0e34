import type { Target, TaskView } from '../plan-view.ts'
import type { OrderedTask } from '../read-task.ts'
import { isSameTarget } from '../target.ts'
import type { ElementValue } from './element-value.ts'
import type { PlanChange, TaskFieldChange } from './plan-change.ts'
import type { PlanElement } from './plan-element.ts'

/** What happened to an element between two moments; null when it is as it was, for those who look. */
export function changeOfElement(
  element: PlanElement,
  before: ElementValue,
  after: ElementValue,
): PlanChange | null {
  if (element.kind === 'places' && before.kind === 'places' && after.kind === 'places') {
    return changeOfPlaces(element.memberId, before.targets, after.targets)
  }
  if (element.kind === 'task' && before.kind === 'task' && after.kind === 'task') {
    return changeOfTask(element.taskId, before.task, after.task)
  }
  if (element.kind === 'block' && before.kind === 'block' && after.kind === 'block') {
    return changeOfBlock(element.part, before, after)
  }
  return null
}

function changeOfPlaces(
  memberId: string,
  before: readonly Target[],
  after: readonly Target[],
): PlanChange | null {
  const from = before.filter((target) => !after.some((other) => isSameTarget(other, target)))
  const to = after.filter((target) => !before.some((other) => isSameTarget(other, target)))
  return from.length + to.length === 0 ? null : { kind: 'places', memberId, from, to }
}

type BlockElement = Extract<ElementValue, { kind: 'block' }>

function changeOfBlock(
  part: Extract<PlanElement, { kind: 'block' }>['part'],
  before: BlockElement,
  after: BlockElement,
): PlanChange | null {
  const from = before.block?.text ?? ''
  const to = after.block?.text ?? ''
  if (from !== to) return { kind: 'prose', part, how: howWritten(from, to), from, to }
  const isSame = before.block?.look === after.block?.look || from === ''
  return isSame ? null : { kind: 'prose', part, how: 'reshaped', from, to }
}

function howWritten(from: string, to: string): 'written' | 'edited' | 'removed' {
  if (from === '') return 'written'
  return to === '' ? 'removed' : 'edited'
}

const nothingYet: TaskView = {
  id: '',
  title: '',
  field: null,
  doers: [],
  coDoers: [],
  place: null,
  due: null,
  status: 'todo',
  result: '',
  carriedFrom: null,
}

function changeOfTask(
  taskId: string,
  before: OrderedTask | null,
  after: OrderedTask | null,
): PlanChange | null {
  const how = howOfTask(before, after)
  if (how === null) return null
  const was = before?.view ?? nothingYet
  const is = after?.view ?? was
  const fields = fieldsBetween(was, is)
  const groupIds = [...new Set([...groupsOf(was), ...groupsOf(is)])]
  return { kind: 'task', how, taskId, title: is.title || was.title, fields, groupIds }
}

function howOfTask(
  before: OrderedTask | null,
  after: OrderedTask | null,
): Extract<PlanChange, { kind: 'task' }>['how'] | null {
  const wasThere = before !== null && !before.removed
  const isThere = after !== null && !after.removed
  if (wasThere && !isThere) return 'removed'
  if (!wasThere && isThere) return before === null ? 'added' : 'restored'
  if (before === null || after === null) return null
  if (fieldsBetween(before.view, after.view).length > 0) return 'edited'
  return before.order === after.order || !isThere ? null : 'moved'
}

function groupsOf({ place }: TaskView): readonly string[] {
  return place?.kind === 'groups' ? place.ids : []
}

function fieldsBetween(was: TaskView, is: TaskView): TaskFieldChange[] {
  const fields: TaskFieldChange[] = []
  for (const field of ['title', 'result'] as const) {
    if (was[field] !== is[field]) fields.push({ field, from: was[field], to: is[field] })
  }
  if (was.status !== is.status) fields.push({ field: 'status', from: was.status, to: is.status })
  for (const field of ['doers', 'coDoers'] as const) {
    const from = was[field].filter((id) => !is[field].includes(id))
    const to = is[field].filter((id) => !was[field].includes(id))
    if (from.length + to.length > 0) fields.push({ field, from, to })
  }
  if (JSON.stringify(was.place) !== JSON.stringify(is.place)) {
    fields.push({ field: 'place', from: was.place, to: is.place })
  }
  for (const field of ['due', 'field'] as const) {
    if (was[field] !== is[field]) fields.push({ field, from: was[field], to: is[field] })
  }
  return fields
}
