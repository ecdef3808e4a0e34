import { useSought } from '../_comments/use-sought.ts'
import { flashElement } from './flash-element.ts'

/** Leads from a comment to the task or to the part of the text that it is about. */
export function useSoughtInPlan(): void {
  useSought(['task', 'passage'], (place, threadId) => {
    if (place.kind === 'task') flashElement(document.getElementById(`task-${place.id}`))
    if (place.kind === 'passage') {
      const mark = document.querySelector(`[data-advice~="${CSS.escape(threadId)}"]`)
      flashElement(mark ?? document.getElementById(`part-${place.part}`))
    }
  })
}
