import type * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import type { PlanChange, TaskFieldChange } from '../history/plan-change.ts'
import { ownMove } from '../plan-doc.ts'
import type { Target, TaskView } from '../plan-view.ts'
import { readAssignments } from '../read-assignments.ts'
import { readPlan } from '../read-plan.ts'
import { isSameTarget } from '../target.ts'
import { addTask } from './add-task.ts'
import { editTaskText } from './edit-task-text.ts'
import { removeTask } from './remove-task.ts'
import { restoreTask } from './restore-task.ts'
import { setMemberPlaces } from './set-member-places.ts'
import { setTaskDoers } from './set-task-doers.ts'
import { setTaskDue } from './set-task-due.ts'
import { setTaskField } from './set-task-field.ts'
import { setTaskPlace } from './set-task-place.ts'
import { setTaskStatus } from './set-task-status.ts'

interface TakeUp {
  change: Extract<PlanChange, { kind: 'places' | 'task' }>
  /** The task of this plan that the change is about; a new one gets this id. */
  taskId: string
  /** Ids that the branch still knows; others are left out of a task's people. */
  memberIds: ReadonlySet<string>
}

/**
 * Does by the ordinary commands what was once written into another version or month, in one transaction (SPEC F74).
 * Places and people that it does not name stay. It does not judge: ask `lateStanding` first. Throws what those commands
 * throw, and then nothing was changed.
 */
export function takeUpChange(doc: Y.Doc, input: TakeUp, origin: unknown = ownMove): void {
  const { change, taskId } = input
  doc.transact(() => {
    if (change.kind === 'places') takeUpPlaces(doc, change, origin)
    else if (change.how === 'added') bringTask(doc, input, origin)
    else if (change.how === 'removed') removeTask(doc, { taskId }, origin)
    else if (change.how !== 'moved') {
      if (change.how === 'restored') restoreTask(doc, { taskId }, origin)
      setFields(doc, input, origin)
    }
  }, origin)
}

function takeUpPlaces(
  doc: Y.Doc,
  { memberId, from, to }: Extract<PlanChange, { kind: 'places' }>,
  origin: unknown,
): void {
  const isNamed = (target: Target) => [...from, ...to].some((other) => isSameTarget(other, target))
  const kept = readAssignments(doc)
    .filter((place) => place.memberId === memberId && !isNamed(place.target))
    .map(({ target }) => target)
  setMemberPlaces(doc, { memberId, targets: [...kept, ...to] }, origin)
}

function bringTask(doc: Y.Doc, input: TakeUp, origin: unknown): void {
  const { taskId } = input
  const isRemoved = readPlan(doc).removedTasks.some(({ id }) => id === taskId)
  if (isRemoved) restoreTask(doc, { taskId }, origin)
  else addTask(doc, { id: taskId, title: '' }, origin)
  setFields(doc, input, origin)
}

function setFields(doc: Y.Doc, input: TakeUp, origin: unknown): void {
  const { change, taskId } = input
  if (change.kind !== 'task') return
  for (const field of change.fields) setField(doc, { ...input, field, taskId }, origin)
}

function setField(
  doc: Y.Doc,
  { field, taskId, memberIds }: Omit<TakeUp, 'change'> & { field: TaskFieldChange },
  origin: unknown,
): void {
  switch (field.field) {
    case 'title':
    case 'result':
      editTaskText(doc, { taskId, key: field.field, text: field.to }, origin)
      break
    case 'status':
      setTaskStatus(doc, { taskId, status: field.to }, origin)
      break
    case 'due':
      setTaskDue(doc, { taskId, due: field.to }, origin)
      break
    case 'field':
      setTaskField(doc, { taskId, field: field.to }, origin)
      break
    case 'place':
      setTaskPlace(doc, { taskId, place: field.to }, origin)
      break
    default:
      setPeople(doc, taskOf(doc, taskId), { field, memberIds }, origin)
  }
}

/** Who leaves leaves, who comes comes; nobody is in both lists, and the later word about somebody counts. */
function setPeople(
  doc: Y.Doc,
  task: TaskView,
  input: {
    field: Extract<TaskFieldChange, { field: 'doers' | 'coDoers' }>
    memberIds: ReadonlySet<string>
  },
  origin: unknown,
): void {
  const { field, memberIds } = input
  const come = field.to.filter((id) => memberIds.has(id))
  const stay = task[field.field].filter((id) => ![...field.from, ...come].includes(id))
  const other = field.field === 'doers' ? 'coDoers' : 'doers'
  const people = {
    doers: task.doers,
    coDoers: task.coDoers,
    [field.field]: [...stay, ...come],
    [other]: task[other].filter((id) => !come.includes(id)),
  }
  setTaskDoers(doc, { taskId: task.id, ...people }, origin)
}

function taskOf(doc: Y.Doc, taskId: string): TaskView {
  const { tasks, removedTasks } = readPlan(doc)
  const task = [...tasks, ...removedTasks].find(({ id }) => id === taskId)
  if (!task) throw new DomainError('unknownTask')
  return task
}
