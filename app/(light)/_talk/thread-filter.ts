import type { ShownThread } from '#app/_advice/lay-unsent.ts'

export const threadFilters = ['open', 'mine', 'resolved'] as const
export type ThreadFilter = (typeof threadFilters)[number]

/** Open, or resolved, or mentioning one person. A thread in which nothing is left is in none. */
export function passesFilter(thread: ShownThread, filter: ThreadFilter, personId: string): boolean {
  if (thread.comments.length === 0 && !thread.proposal) return false
  if (filter === 'resolved') return thread.resolved !== null
  if (filter === 'open') return thread.resolved === null
  return thread.comments.some(({ mentions }) =>
    mentions.some((mentioned) => mentioned.personId === personId),
  )
}
