import type * as Y from 'yjs'

/**
 * Sets keys of a task in one transaction, those only whose value is another one: a click that changes nothing
 * must send nothing, or it would overwrite what somebody else is changing at that moment.
 */
export function writeIfChanged(
  doc: Y.Doc,
  task: Y.Map<unknown>,
  values: Readonly<Record<string, unknown>>,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(values)) {
      if (JSON.stringify(task.get(key)) !== JSON.stringify(value)) task.set(key, value)
    }
  }, origin)
}
