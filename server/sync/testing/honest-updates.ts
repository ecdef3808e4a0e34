import * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { removeTask } from '#domain/commands/remove-task.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { unassignMember } from '#domain/commands/unassign-member.ts'
import { assignmentsOf, proseOf, tasksOf } from '#domain/plan-doc.ts'
import { planLimits } from '#domain/plan-limits.ts'
import { openPlanDoc } from '../../log/fold-rows.ts'

const target = { kind: 'group', id: 'g1' } as const

const moves: readonly ((doc: Y.Doc, name: string) => void)[] = [
  (doc, name) => assignMember(doc, { memberId: name, target }),
  (doc, name) => {
    assignMember(doc, { memberId: name, target })
    unassignMember(doc, { memberId: name, target })
  },
  (doc, name) => {
    if (isFull(doc)) return
    addTask(doc, { id: name, title: 'Sửa đường', doers: ['m1'], due: '2026-11-30' })
    editTaskText(doc, { taskId: name, key: 'title', text: 'Sửa cầu' })
    setTaskStatus(doc, { taskId: name, status: 'doing' })
  },
  (doc, name) => {
    if (isFull(doc)) return
    addTask(doc, { id: name, title: 'Họp dân' })
    removeTask(doc, { taskId: name })
  },
  (doc) => {
    const words = new Y.XmlText('Tháng trước')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [words])
    proseOf(doc, 'review').insert(0, [paragraph])
    words.insert(3, 'x', { bold: {} })
    words.delete(0, 2)
  },
]

/** A crowd that is at it for long fills the plan; an honest browser would then offer no new task. */
function isFull(doc: Y.Doc): boolean {
  return tasksOf(doc).size >= planLimits.tasks - 1
}

/** What somebody with this client id sends who does a little of everything to a document of this state. */
export function honestUpdates(state: Uint8Array, clientId: number, prefix: string): Uint8Array[] {
  const doc = openPlanDoc()
  Y.applyUpdate(doc, state)
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  moves.forEach((move, at) => {
    move(doc, freeName(doc, `${prefix}-${at}`))
  })
  doc.destroy()
  return [...updates, Y.mergeUpdates(updates)]
}

/** A damaged update may have taken the name already. */
function freeName(doc: Y.Doc, name: string): string {
  let free = name
  while (tasksOf(doc).has(free) || assignmentsOf(doc).has(`${free}.0`)) free += 'x'
  return free
}
