import fc from 'fast-check'
import * as Y from 'yjs'
import { addTask } from '../commands/add-task.ts'
import { applyTemplate } from '../commands/apply-template.ts'
import { assignMember } from '../commands/assign-member.ts'
import { editTaskText } from '../commands/edit-task-text.ts'
import { moveMember } from '../commands/move-member.ts'
import { moveTask } from '../commands/move-task.ts'
import { removeTask } from '../commands/remove-task.ts'
import { restoreTask } from '../commands/restore-task.ts'
import { setMemberPlaces } from '../commands/set-member-places.ts'
import { setTaskDoers } from '../commands/set-task-doers.ts'
import { setTaskStatus } from '../commands/set-task-status.ts'
import { unassignMember } from '../commands/unassign-member.ts'
import { DomainError } from '../errors.ts'
import { ownMove, proseOf } from '../plan-doc.ts'
import type { Target } from '../plan-view.ts'
import { taskStatuses } from '../vocabulary.ts'

/** A command that somebody gives; what it names may not exist, and then it is refused. */
export type Command = (doc: Y.Doc, freshId: () => string) => void

const memberId = fc.constantFrom('an', 'be', 'ca')
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom('g1', 'g2', 'g3').map((id) => ({ kind: 'group' as const, id })),
  fc.constant({ kind: 'hamlet' as const, id: 'h1', field: 'health' as const }),
)
const taskId = fc.constantFrom('0-0', '0-1', '1-0', '1-1', '2-0', '2-1')
const text = fc.string({ unit: fc.constantFrom('a', 'ễ', ' ', '\u{1F33E}'), maxLength: 8 })
const template = { review: ['Đã làm'], focus: [], organisation: ['Mỗi tháng'], tasks: [] }

export const boardCommands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ memberId, target }).map((input) => (doc: Y.Doc) => assignMember(doc, input)),
  fc
    .record({ memberId, from: target, to: target })
    .map((input) => (doc: Y.Doc) => moveMember(doc, input)),
  fc.record({ memberId, target }).map((input) => (doc: Y.Doc) => unassignMember(doc, input)),
)

export const anyCommands: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: boardCommands, weight: 4 },
  fc
    .record({ memberId, targets: fc.array(target, { maxLength: 3 }) })
    .map((input) => (doc: Y.Doc) => setMemberPlaces(doc, input)),
  fc
    .record({ title: text, afterId: fc.option(taskId) })
    .map(
      (input) => (doc: Y.Doc, freshId: () => string) => addTask(doc, { id: freshId(), ...input }),
    ),
  fc
    .record({ taskId, afterId: fc.option(taskId) })
    .map((input) => (doc: Y.Doc) => moveTask(doc, input)),
  fc
    .record({ taskId, key: fc.constantFrom('title' as const, 'result' as const), text })
    .map((input) => (doc: Y.Doc) => editTaskText(doc, input)),
  fc
    .record({ taskId, status: fc.constantFrom(...taskStatuses) })
    .map((input) => (doc: Y.Doc) => setTaskStatus(doc, input)),
  fc
    .record({ taskId, doers: fc.uniqueArray(memberId), coDoers: fc.constant([]) })
    .map((input) => (doc: Y.Doc) => setTaskDoers(doc, input)),
  taskId.map((id) => (doc: Y.Doc) => removeTask(doc, { taskId: id })),
  taskId.map((id) => (doc: Y.Doc) => restoreTask(doc, { taskId: id })),
  fc.constant((doc: Y.Doc, newId: () => string) => {
    applyTemplate(doc, { template, newId })
  }),
  text.map((words) => (doc: Y.Doc) => writeProse(doc, words)),
)

/** Gives a command; a refusal is an answer, anything else that is thrown is a fault. */
export function give(command: Command, doc: Y.Doc, freshId: () => string): void {
  try {
    command(doc, freshId)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
}

function writeProse(doc: Y.Doc, words: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    proseOf(doc, 'focus').insert(0, [paragraph])
  }, ownMove)
}
