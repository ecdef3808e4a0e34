import type * as Y from 'yjs'
import { type CarriedOver, carryOver } from './carry-over.ts'
import { cleanLine } from './clean-text.ts'
import { applyTemplate } from './commands/apply-template.ts'
import { freeSlot } from './commands/free-slot.ts'
import { newTask } from './commands/new-task.ts'
import { requireId } from './commands/require-input.ts'
import { keysFor } from './order-key.ts'
import { assignmentsOf, tasksOf } from './plan-doc.ts'
import { planLimits } from './plan-limits.ts'
import type { PlanView } from './plan-view.ts'
import type { PlanTemplateContent } from './roster-view.ts'

export interface Beginning {
  /** The latest plan before this month, with its month; null when there is none. */
  previous: { month: string; view: PlanView } | null
  /** The starting text of the branch; null when there is none. */
  template: PlanTemplateContent | null
  memberIds: Iterable<string>
  groupIds: Iterable<string>
  hamletIds: Iterable<string>
  /** Makes a fresh id for each task. */
  newId: () => string
}

/**
 * Writes a new month's first content into an empty document, in one transaction: what the month before hands
 * on, then the starting text (SPEC C4). A template's task that was carried over is not added again.
 */
export function beginPlanDoc(doc: Y.Doc, beginning: Beginning, origin: unknown = null): void {
  const { previous, template, newId } = beginning
  doc.transact(() => {
    if (previous) {
      const context = { ...beginning, month: previous.month }
      writeCarriedOver(doc, carryOver(previous.view, context), newId)
    }
    if (template) applyTemplate(doc, { template, newId }, origin)
  }, origin)
}

function writeCarriedOver(doc: Y.Doc, carried: CarriedOver, newId: () => string): void {
  const assignments = assignmentsOf(doc)
  for (const { memberId, target } of carried.assignments) {
    assignments.set(freeSlot(assignments, memberId), { memberId, target })
  }
  const tasks = carried.tasks.slice(0, planLimits.tasks)
  const keys = keysFor(tasks.length)
  tasks.forEach((task, at) => {
    const shape = {
      ...task,
      title: cleanLine(task.title, planLimits.title),
      doers: [...task.doers],
      coDoers: [...task.coDoers],
      due: null,
      order: keys[at] ?? '',
      removed: false,
    }
    tasksOf(doc).set(requireId(newId(), 'id'), newTask(shape))
  })
}
