// What one person does in a plan, as the updates that their browser would send, made before the clock runs.
import * as Y from 'yjs'
import { assignmentsOf, taskKey, tasksOf } from '../../domain/plan-doc.ts'
import { slotKey } from '../../domain/slots.ts'
import { basePlan, groupIdOf, memberIdOf, taskIdOf } from '../world/base-plan.ts'

export interface Edit {
  update: Uint8Array
  /** The author's clock after it; as before when it only deletes. */
  clock: number
}

const words = 'Chi bộ phân công đồng chí theo dõi nhóm hộ, báo cáo kết quả vào cuối tháng. '

/**
 * Mostly letters typed into the result of a task, one at a time; each 12th edit takes the last letter back,
 * each 16th moves a member to another group.
 */
export function makeEdits(base: Uint8Array, clientId: number, seat: number, count: number): Edit[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base)
  doc.clientID = clientId
  const edits: Edit[] = []
  doc.on('update', (update: Uint8Array) => {
    edits.push({ update, clock: Y.getState(doc.store, clientId) })
  })
  const task = tasksOf(doc).get(taskIdOf(seat % basePlan.tasks))
  const text = task instanceof Y.Map ? task.get(taskKey.result) : null
  if (!(text instanceof Y.Text)) throw new Error('bench: the base plan has no such task')
  const memberId = memberIdOf(seat % basePlan.members)
  for (let n = 1; n <= count; n += 1) {
    if (n % 16 === 0) {
      const id = groupIdOf((seat + n / 16) % basePlan.groups)
      assignmentsOf(doc).set(slotKey(memberId, 0), { memberId, target: { kind: 'group', id } })
    } else if (n % 12 === 0) text.delete(text.length - 1, 1)
    else text.insert(text.length, words.charAt(n % words.length))
  }
  doc.destroy()
  return edits
}
