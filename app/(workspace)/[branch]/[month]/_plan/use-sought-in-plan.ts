import { useSought } from '../_comments/use-sought.ts'
import { useSeen } from '../_record/use-seen.ts'
import { flashElement } from './flash-element.ts'

/** Leads from a comment, or from a check, to the task or to the part of the text that it is about. */
export function useSoughtInPlan(): void {
  useSought(['task', 'passage'], (place, threadId) => {
    if (place.kind === 'task') flashElement(document.getElementById(`task-${place.id}`))
    if (place.kind === 'passage') void flashPassage(threadId, place.part)
  })
  useSeen(['task'], ({ id }) => {
    const row = document.getElementById(`task-${id}`)
    flashElement(row)
    row?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true })
  })
}

/** How long a mark may take to be drawn, in milliseconds; a passage that is gone never is. */
const patienceMs = 1_000

async function flashPassage(threadId: string, part: string): Promise<void> {
  const began = performance.now()
  const find = () => document.querySelector(`[data-advice~="${CSS.escape(threadId)}"]`)
  while (!find() && performance.now() - began < patienceMs) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  flashElement(find() ?? document.getElementById(`part-${part}`))
}
