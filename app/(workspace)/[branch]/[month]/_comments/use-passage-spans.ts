import { useMemo } from 'react'
import type { ThreadView } from '#domain/advice/advice-view.ts'
import { findPassages } from '#domain/advice/find-passages.ts'
import type { Span } from '#domain/advice/part-text.ts'
import { proseParts } from '#domain/plan-doc.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useProseChanges } from './use-prose-changes.ts'

/** Where the passages of these threads stand now, by thread id; null for one that is gone from the plan. */
export function usePassageSpans(
  threads: readonly Pick<ThreadView, 'id' | 'place' | 'anchor'>[],
): ReadonlyMap<string, Span | null> {
  const { doc } = usePlanSession()
  const changes = useProseChanges()
  return useMemo(() => {
    void changes
    const wanted = threads.flatMap(({ id, place, anchor }) =>
      place.kind === 'passage' ? [{ id, passage: place, anchor }] : [],
    )
    return new Map(
      proseParts.flatMap((part) => {
        const here = wanted.filter(({ passage }) => passage.part === part)
        const spans = findPassages(doc, part, here)
        return here.map(({ id }, index) => [id, spans[index] ?? null] as const)
      }),
    )
  }, [doc, threads, changes])
}
