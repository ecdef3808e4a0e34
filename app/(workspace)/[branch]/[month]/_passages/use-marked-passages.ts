import { useMemo } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import type { ThreadView } from '#domain/advice/advice-view.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import { useTalk } from '../_comments/talk.ts'
import { isThreadOpen } from '../_comments/thread-order.ts'
import type { MarkedPassage } from './passage-board.ts'

/** The passages of one part to mark: those of open threads, and that of the thread that somebody looks at. */
export function useMarkedPassages(part: ProsePart): readonly MarkedPassage[] {
  const { advice } = useAdvice()
  const { chosen, sought, isMine } = useTalk()
  const looked = sought?.threadId ?? chosen
  return useMemo(() => {
    if (!isMine) return []
    return advice.threads.flatMap((thread): MarkedPassage[] => {
      const { id, place, anchor } = thread
      if (place.kind !== 'passage' || place.part !== part) return []
      const isChosen = id === looked
      if (!isChosen && !isThreadOpen(thread)) return []
      return [
        { threadId: id, passage: place, anchor, replacement: replacementIn(thread), isChosen },
      ]
    })
  }, [advice.threads, part, looked, isMine])
}

/** The words that an accepted proposal put in the place of the quoted ones. */
function replacementIn({ proposal }: Pick<ThreadView, 'proposal'>): string | null {
  const isTaken = proposal?.state === 'accepted' && proposal.change.kind === 'replaceText'
  return isTaken && proposal.change.kind === 'replaceText' ? proposal.change.text || null : null
}
