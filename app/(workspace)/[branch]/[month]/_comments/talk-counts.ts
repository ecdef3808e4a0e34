import type { ThreadView } from '#domain/advice/advice-view.ts'
import type { TalkAt } from './talk.ts'
import { adviceKey, isThreadOpen } from './thread-order.ts'

/** How many words of open threads stand at each place, and the oldest of those threads (SPEC Q35). */
export function talkCounts(
  threads: readonly Pick<
    ThreadView,
    'id' | 'place' | 'at' | 'resolved' | 'proposal' | 'comments'
  >[],
): ReadonlyMap<string, TalkAt> {
  const counts = new Map<string, TalkAt>()
  for (const thread of threads.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (!isThreadOpen(thread)) continue
    const key = adviceKey(thread.place)
    const said = thread.comments.filter(({ isDeleted }) => !isDeleted).length
    const before = counts.get(key)
    // A proposal without words is one word, too.
    const count = (before?.count ?? 0) + Math.max(1, said)
    counts.set(key, { count, threadId: before?.threadId ?? thread.id })
  }
  return counts
}
