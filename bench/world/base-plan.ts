// A month as a branch has it in its middle: who looks after whom, tasks, a page of prose.
import * as Y from 'yjs'
import { assignMember } from '../../domain/commands/assign-member.ts'
import { fillProse } from '../../domain/commands/fill-prose.ts'
import { newTask } from '../../domain/commands/new-task.ts'
import { keysFor } from '../../domain/order-key.ts'
import { newPlanDoc, proseParts, tasksOf } from '../../domain/plan-doc.ts'

const sentence =
  'Chi bộ tiếp tục vận động các hộ trong bản giữ gìn vệ sinh, cho con em đến lớp và chăm sóc lúa vụ đông xuân. '

export const basePlan = { members: 24, tasks: 24, groups: 12, clientId: 7 } as const

export const taskIdOf = (number: number) => `task-${number}`
export const memberIdOf = (number: number) => `member-${number}`
export const groupIdOf = (number: number) => `group-${number}`

/** The same bytes for every plan and system: some 15 kB. */
export function encodeBasePlan(): Uint8Array {
  const doc = newPlanDoc()
  doc.clientID = basePlan.clientId
  doc.transact(() => {
    for (let at = 0; at < basePlan.members; at += 1) {
      const target = { kind: 'group' as const, id: groupIdOf(at % basePlan.groups) }
      assignMember(doc, { memberId: memberIdOf(at), target })
    }
    const keys = keysFor(basePlan.tasks)
    for (let at = 0; at < basePlan.tasks; at += 1) {
      const task = newTask({
        title: sentence.slice(0, 60 + at),
        field: null,
        doers: [memberIdOf(at)],
        coDoers: [],
        place: null,
        due: '2026-11-20',
        status: 'todo',
        carriedFrom: null,
        order: keys[at] ?? '',
        removed: false,
      })
      tasksOf(doc).set(taskIdOf(at), task)
    }
    for (const part of proseParts) fillProse(doc, part, Array(8).fill(sentence.repeat(3)))
  })
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}
