import type * as Y from 'yjs'
import { cleanLine } from '../clean-text.ts'
import { isId } from '../ids.ts'
import { foldVi } from '../names.ts'
import { ownMove, type ProsePart, proseParts, type TaskShape, tasksOf } from '../plan-doc.ts'
import { planLimits } from '../plan-limits.ts'
import { readTasks } from '../read-tasks.ts'
import type { PlanTemplateContent } from '../roster-view.ts'
import { fillProse } from './fill-prose.ts'
import { newTask } from './new-task.ts'
import { placeInOrder } from './place-in-order.ts'
import { requireId } from './require-input.ts'

/** What a template has added. */
export interface TemplateApplied {
  parts: readonly ProsePart[]
  tasks: number
}

/**
 * Adds a starting text (SPEC T7): paragraphs into the prose parts that are still empty, and those of its
 * tasks whose content the plan does not have yet, at the end, as far as there is room. Nothing written is
 * changed, so applying it twice adds nothing.
 */
export function applyTemplate(
  doc: Y.Doc,
  input: { template: PlanTemplateContent; newId: () => string },
  origin: unknown = ownMove,
): TemplateApplied {
  let parts: ProsePart[] = []
  let tasks = 0
  doc.transact(() => {
    parts = proseParts.filter((part) => fillProse(doc, part, input.template[part]))
    tasks = addMissingTasks(doc, input.template, input.newId)
  }, origin)
  return { parts, tasks }
}

function addMissingTasks(doc: Y.Doc, template: PlanTemplateContent, newId: () => string): number {
  const map = tasksOf(doc)
  const known = new Set(readTasks(doc).map((task) => foldVi(task.view.title)))
  let added = 0
  for (const { title, field } of template.tasks) {
    const clean = cleanLine(title, planLimits.title)
    if (known.has(foldVi(clean)) || map.size >= planLimits.tasks) continue
    known.add(foldVi(clean))
    const shape = { ...blankTask, title: clean, field: isId(field) ? field : null }
    map.set(requireId(newId(), 'id'), newTask({ ...shape, order: placeInOrder(doc, undefined) }))
    added += 1
  }
  return added
}

const blankTask = {
  doers: [] as string[],
  coDoers: [] as string[],
  place: null,
  due: null,
  status: 'todo',
  carriedFrom: null,
  removed: false,
} satisfies Partial<TaskShape>
