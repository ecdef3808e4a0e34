import type { ShownThread } from '#app/_advice/lay-unsent.ts'

export const threadFilters = ['open', 'mine', 'resolved'] as const
export type ThreadFilter = (typeof threadFilters)[number]

/** Open (SPEC Q34), or resolved, or mentioning one person. A thread in which nothing is left is in none. */
export function passesFilter(thread: ShownThread, filter: ThreadFilter, personId: string): boolean {
  if (thread.comments.length === 0 && !thread.proposal) return false
  if (filter === 'resolved') return isOver(thread)
  if (filter === 'open') return !isOver(thread)
  return thread.comments.some(({ mentions }) =>
    mentions.some((mentioned) => mentioned.personId === personId),
  )
}

function isOver({ resolved, proposal }: ShownThread): boolean {
  return resolved !== null || (proposal !== null && proposal.state !== 'open')
}
