import * as Y from 'yjs'
import { DomainError } from '../errors.ts'
import { tasksOf } from '../plan-doc.ts'
import { requireId } from './require-input.ts'

/** The task's own map. Throws `badInput` for what is no id and `unknownTask` when the plan has none such. */
export function requireTask(doc: Y.Doc, taskId: string): Y.Map<unknown> {
  const task = tasksOf(doc).get(requireId(taskId, 'taskId'))
  if (!(task instanceof Y.Map)) throw new DomainError('unknownTask')
  return task
}
