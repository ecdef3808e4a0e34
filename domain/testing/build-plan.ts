import * as Y from 'yjs'
import { assignMember } from '../commands/assign-member.ts'
import { newPlanDoc } from '../plan-doc.ts'
import type { AssignmentView, PlanView, Target } from '../plan-view.ts'
import { readPlan } from '../read-plan.ts'

export function inGroup(id: string): Target {
  return { kind: 'group', id }
}

export function inHamlet(id: string): Target {
  return { kind: 'hamlet', id, field: 'education' }
}

/** A plan in which these members hold these groups. */
export function planOf(...held: [memberId: string, groupId: string][]): PlanView {
  const doc = newPlanDoc()
  for (const [memberId, groupId] of held) assignMember(doc, { memberId, target: inGroup(groupId) })
  return readPlan(doc)
}

/** Two documents of the same plan with the client ids given: the higher one wins concurrent writes of a key. */
export function twoDocs(base: Y.Doc, low = 10, high = 20): [Y.Doc, Y.Doc] {
  const update = Y.encodeStateAsUpdate(base)
  return [docWith(update, low), docWith(update, high)]
}

function docWith(update: Uint8Array, clientId: number): Y.Doc {
  const doc = newPlanDoc()
  doc.clientID = clientId
  Y.applyUpdate(doc, update)
  return doc
}

/** Brings two documents to the same state. */
export function sync(a: Y.Doc, b: Y.Doc): void {
  const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b))
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a))
  Y.applyUpdate(b, forB, 'remote')
  Y.applyUpdate(a, forA, 'remote')
}

/** "member>group" for each place, for short expectations. */
export function places(views: readonly AssignmentView[]): string[] {
  return views.map(({ memberId, target }) => `${memberId}>${target.id}`)
}
