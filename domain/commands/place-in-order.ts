import * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { isOrderKey, keyBetween, keysFor } from '../order-key.ts'
import { taskKey, tasksOf } from '../plan-doc.ts'
import type { OrderedTask } from '../read-task.ts'
import { readTasks } from '../read-tasks.ts'

/**
 * The order key that puts a task behind `afterId` (null: first; undefined: last), not counting `movedId`
 * itself. Where two neighbours leave no room, because two people added there at once or a key is not valid,
 * the whole list is given new keys first; so it must be called inside the command's transaction.
 * Throws `unknownTask`.
 */
export function placeInOrder(
  doc: Y.Doc,
  afterId: string | null | undefined,
  movedId?: string,
): string {
  const others = readTasks(doc).filter((task) => task.view.id !== movedId)
  const at = afterId === undefined ? others.length - 1 : indexOf(others, afterId)
  const low = at < 0 ? null : (others[at]?.order ?? undefined)
  const high = at + 1 >= others.length ? null : (others[at + 1]?.order ?? undefined)
  if (low !== undefined && high !== undefined && (low === null || high === null || low < high)) {
    const key = keyBetween(low, high)
    if (isOrderKey(key)) return key
  }
  return renumber(doc, others, at + 1)
}

function indexOf(tasks: readonly OrderedTask[], id: string | null): number {
  if (id === null) return -1
  const at = tasks.findIndex((task) => task.view.id === id)
  if (at < 0) throw new DomainError('unknownTask')
  return at
}

/** Gives every task a new key in the order it has, and returns the key that was left free at `gap`. */
function renumber(doc: Y.Doc, tasks: readonly OrderedTask[], gap: number): string {
  const keys = keysFor(tasks.length + 1)
  const [free] = keys.splice(gap, 1)
  tasks.forEach((task, at) => {
    const map = tasksOf(doc).get(task.view.id)
    if (map instanceof Y.Map) map.set(taskKey.order, keys[at])
  })
  return free ?? keyBetween(null, null)
}
