import { useEffect, useState } from 'react'
import type { ProsePart } from '#domain/plan-doc.ts'
import { useTalk } from '../_comments/talk.ts'
import { isWide } from '../_comments/use-wide.ts'
import { PassageBoard } from './passage-board.ts'
import { useMarkedPassages } from './use-marked-passages.ts'

/** Keeps an editor told what to mark. A click on a mark opens its thread where the panel does not cover the text. */
export function usePassageBoard(part: ProsePart): PassageBoard {
  const [board] = useState(() => new PassageBoard())
  const passages = useMarkedPassages(part)
  const { choose } = useTalk()
  useEffect(() => {
    board.put(passages, (threadId) => {
      if (isWide()) choose(threadId)
    })
  }, [board, passages, choose])
  return board
}
