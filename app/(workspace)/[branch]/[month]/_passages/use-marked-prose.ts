import { useMemo } from 'react'
import { findPassages } from '#domain/advice/find-passages.ts'
import { type MarkedProse, markProse } from '#domain/advice/mark-prose.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import type { ProseJson } from '#domain/read-prose.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useMarkedPassages } from './use-marked-passages.ts'

/** Prose, as it was just read from the document, with the passages marked that somebody spoke about. */
export function useMarkedProse(part: ProsePart, prose: ProseJson): MarkedProse {
  const { doc } = usePlanSession()
  const passages = useMarkedPassages(part)
  return useMemo(() => {
    const spans = findPassages(doc, part, passages)
    const found = passages.flatMap(({ threadId }, index) => {
      const span = spans[index]
      return span ? [{ threadId, ...span }] : []
    })
    return markProse(prose, found)
  }, [doc, part, passages, prose])
}
