import type * as Y from 'yjs'
import { rootName } from './plan-doc.ts'
import type { AssignmentView } from './plan-view.ts'
import { mapRoot } from './roots.ts'
import { parseSlotKey, toSlot } from './slots.ts'
import { targetKey } from './target.ts'

/** Every place of the plan, slots with equal member and target merged, in an order all readers share. */
export function readAssignments(doc: Y.Doc): AssignmentView[] {
  const merged = new Map<string, AssignmentView & { slots: string[] }>()
  mapRoot(doc, rootName.assignments)?.forEach((value, key) => {
    const slot = toSlot(key, value)
    if (slot === null) return
    const identity = `${slot.memberId} ${targetKey(slot.target)}`
    const known = merged.get(identity)
    if (known) known.slots.push(key)
    else merged.set(identity, { ...slot, slots: [key] })
  })
  const views = [...merged.values()]
  for (const view of views) view.slots.sort(compareSlotKeys)
  return views.sort((a, b) => compareSlotKeys(a.slots[0] ?? '', b.slots[0] ?? ''))
}

function compareSlotKeys(a: string, b: string): number {
  const left = parseSlotKey(a)
  const right = parseSlotKey(b)
  if (left === null || right === null || left.memberId !== right.memberId) return a < b ? -1 : 1
  return left.number - right.number
}
