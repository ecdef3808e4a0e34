import * as Y from 'yjs'
import { assignmentsOf, tasksOf } from '../plan-doc.ts'
import type { OwnDeletes } from './own-deletes.ts'

/**
 * Sets again what a late edit set and another's write at the same key beat: of two who wrote one key without knowing of
 * each other Yjs keeps one, and the other's would be gone without a word. `before` is the state without the late edit.
 */
export function reassert(
  doc: Y.Doc,
  before: ReadonlyMap<number, number>,
  ownDeletes: OwnDeletes,
): void {
  const isLate = ({ id }: Y.Item) => id.clock >= (before.get(id.client) ?? 0)
  const written = new Map<string, { map: Y.Map<unknown>; key: string; item: Y.Item }>()
  for (const item of lateItems(doc, before)) {
    const map = mapOf(doc, item)
    if (map === null || item.parentSub === null) continue
    written.set(`${map._item?.parentSub ?? ''} ${item.parentSub}`, {
      map,
      key: item.parentSub,
      item,
    })
  }
  doc.transact(() => {
    for (const { map, key, item } of written.values()) {
      const winner = map._map.get(key)
      const isLost = winner !== undefined && !isLate(winner) && !ownDeletes.has(item.id)
      if (isLost && item.content instanceof Y.ContentAny) map.set(key, item.content.arr.at(-1))
    }
  })
}

function* lateItems(doc: Y.Doc, before: ReadonlyMap<number, number>): Generator<Y.Item> {
  for (const [client, structs] of doc.store.clients) {
    const from = before.get(client) ?? 0
    for (const struct of structs) {
      if (struct instanceof Y.Item && struct.id.clock >= from) yield struct
    }
  }
}

/** The map of keys that it stands in: the places, or a task's own. */
function mapOf(doc: Y.Doc, { parent }: Y.Item): Y.Map<unknown> | null {
  if (!(parent instanceof Y.Map)) return null
  const isOurs = parent === assignmentsOf(doc) || parent._item?.parent === tasksOf(doc)
  return isOurs ? parent : null
}
