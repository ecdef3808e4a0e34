import * as Y from 'yjs'
import { ownMove, taskKey } from '../plan-doc.ts'
import { textChange } from '../text-change.ts'
import { requireTask } from './require-task.ts'
import { requireResult, requireTitle } from './require-task-parts.ts'

/**
 * Makes a task's title or result read `text`, changing only the stretch that differs, so that two people can
 * write in it at once (SPEC T5). Throws `badInput`, `unknownTask`, `titleTooLong`, `textTooLong`.
 */
export function editTaskText(
  doc: Y.Doc,
  input: { taskId: string; key: 'title' | 'result'; text: string },
  origin: unknown = ownMove,
): void {
  const task = requireTask(doc, input.taskId)
  const wanted = input.key === 'title' ? requireTitle(input.text) : requireResult(input.text)
  doc.transact(() => {
    const shared = task.get(taskKey[input.key])
    // A text with anything but letters in it was not written here, and its places cannot be counted.
    if (!(shared instanceof Y.Text) || shared.toString().length !== shared.length) {
      task.set(taskKey[input.key], new Y.Text(wanted))
      return
    }
    const change = textChange(shared.toString(), wanted)
    if (change.removed > 0) shared.delete(change.at, change.removed)
    if (change.added !== '') shared.insert(change.at, change.added)
  }, origin)
}
