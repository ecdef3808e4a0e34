import * as Y from 'yjs'
import { changeOfElement } from '../history/change-of-element.ts'
import { elementReader } from '../history/element-value.ts'
import { mergeReshaped } from '../history/merge-reshaped.ts'
import type { HistoryEntry } from '../history/plan-change.ts'
import { elementKey, type PlanElement, touchedElements } from '../history/plan-element.ts'
import { assignmentsOf, hasGap, newPlanDoc, proseOf, proseParts, tasksOf } from '../plan-doc.ts'
import type { LateItem } from './late-view.ts'
import { lostWords } from './lost-words.ts'
import { OwnDeletes } from './own-deletes.ts'
import { reassert } from './reassert.ts'

const moment = { seq: 1, at: 0 }

/**
 * What a late edit says, compared as history compares: element by element, before it and with it. What it wrote counts
 * also where somebody else's write at the same place would have won, or where the paragraph is gone (SPEC F71). `base`
 * stays as it is. Null when the edit builds on something that `base` lacks.
 */
export function readLateItems(base: Y.Doc, parts: readonly Uint8Array[]): LateItem[] | null {
  const ahead = newPlanDoc()
  // What loses against another's write must still be readable.
  ahead.gc = false
  assignmentsOf(ahead)
  tasksOf(ahead)
  for (const part of proseParts) proseOf(ahead, part)
  Y.applyUpdate(ahead, Y.encodeStateAsUpdate(base))
  const touched = new Map<string, PlanElement>()
  ahead.on('afterTransaction', (transaction: Y.Transaction) => {
    for (const element of touchedElements(transaction)) touched.set(elementKey(element), element)
  })
  const before = Y.decodeStateVector(Y.encodeStateVector(base))
  Y.transact(ahead, () => {
    for (const part of parts) Y.applyUpdate(ahead, part)
  })
  if (hasGap(ahead)) return null
  const own = new OwnDeletes(parts)
  reassert(ahead, before, own)
  const [readBefore, readAfter] = [elementReader(base), elementReader(ahead)]
  const entries = [...touched].flatMap(([key, element]) => {
    const change = changeOfElement(element, readBefore(element), readAfter(element))
    return change === null ? [] : [{ key, personId: null, first: moment, last: moment, change }]
  })
  const items: LateItem[] = mergeReshaped<HistoryEntry & { key: string }>(entries).map(
    ({ key, change }) => ({ key, change }),
  )
  items.push(...lostWords(ahead, parts, own))
  return items.length > 0 ? items : [{ key: 'whole', change: { kind: 'nothing' } }]
}
