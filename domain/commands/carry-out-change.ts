import type * as Y from 'yjs'
import type { ProposedChange } from '../advice/proposed-change.ts'
import { DomainError } from '../errors.ts'
import { ownMove, tasksOf } from '../plan-doc.ts'
import type { Target, TaskPlace } from '../plan-view.ts'
import { addTask } from './add-task.ts'
import { assignMember } from './assign-member.ts'
import { findPlace } from './find-place.ts'
import { removeTask } from './remove-task.ts'
import { replaceWords, type WordsSpot } from './replace-words.ts'
import { badInput } from './require-input.ts'
import { restoreTask } from './restore-task.ts'
import { setTaskDue } from './set-task-due.ts'
import { unassignMember } from './unassign-member.ts'

/** What a proposal leaves open: the id of its new task, and where its passage stands at this moment. */
interface CarryOut {
  change: ProposedChange
  newTaskId: string
  spot: WordsSpot | null
}

/**
 * Does what an accepted proposal says, by the ordinary commands, in one transaction (SPEC Q31). It does not judge:
 * ask `judgeChange` first. Throws what those commands throw, and then nothing was changed.
 */
export function carryOutChange(doc: Y.Doc, input: CarryOut, origin: unknown = ownMove): void {
  const { change, newTaskId, spot } = input
  doc.transact(() => {
    switch (change.kind) {
      case 'changeMember':
        return changeHolder(doc, change.groupId, change.from, change.to, origin)
      case 'newTask':
        return bringTask(doc, change, newTaskId, origin)
      case 'changeDue':
        return setTaskDue(doc, { taskId: change.taskId, due: change.to }, origin)
      case 'replaceText':
        if (spot === null) throw badInput('passage')
        return replaceWords(doc, { spot, text: change.text }, origin)
    }
  }, origin)
}

/** Takes an accepted proposal back (SPEC Q32); `spot` is where the new words stand now. */
export function takeBackChange(doc: Y.Doc, input: CarryOut, origin: unknown = ownMove): void {
  const { change, newTaskId, spot } = input
  doc.transact(() => {
    switch (change.kind) {
      case 'changeMember':
        return changeHolder(doc, change.groupId, change.to, change.from, origin)
      case 'newTask':
        return removeTask(doc, { taskId: newTaskId }, origin)
      case 'changeDue':
        return setTaskDue(doc, { taskId: change.taskId, due: change.from }, origin)
      case 'replaceText':
        if (spot === null) throw badInput('passage')
        return replaceWords(doc, { spot, text: change.passage.quote }, origin)
    }
  }, origin)
}

/** Everything that can be refused comes before the first write. */
function changeHolder(
  doc: Y.Doc,
  groupId: string,
  from: string | null,
  to: string | null,
  origin: unknown,
): void {
  const target: Target = { kind: 'group', id: groupId }
  if (from !== null && findPlace(doc, from, target).found === null) {
    throw new DomainError('notAssigned')
  }
  if (to !== null) assignMember(doc, { memberId: to, target }, origin)
  if (from !== null) unassignMember(doc, { memberId: from, target }, origin)
}

function bringTask(
  doc: Y.Doc,
  { title, doers, groupIds, due }: Extract<ProposedChange, { kind: 'newTask' }>,
  id: string,
  origin: unknown,
): void {
  if (tasksOf(doc).has(id)) {
    restoreTask(doc, { taskId: id }, origin)
    return
  }
  const place: TaskPlace | null = groupIds.length > 0 ? { kind: 'groups', ids: groupIds } : null
  addTask(doc, { id, title, doers, place, due }, origin)
}
