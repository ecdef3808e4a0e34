import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { type ProsePart, proseOf } from '#domain/plan-doc.ts'
import { type ProseJson, readProse } from '#domain/read-prose.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/** A prose part as it is now, valid whatever the document holds; the same object until it changes. */
export function useProse(part: ProsePart): ProseJson {
  const { doc } = usePlanSession()
  const store = useMemo(() => proseStore(doc, part), [doc, part])
  return useSyncExternalStore(store.subscribe, store.read, store.read)
}

function proseStore(doc: Y.Doc, part: ProsePart) {
  let prose: ProseJson | null = null
  return {
    read(): ProseJson {
      prose ??= readProse(doc, part)
      return prose
    },
    subscribe(listener: () => void): () => void {
      const fragment = proseOf(doc, part)
      const changed = () => {
        prose = null
        listener()
      }
      // Nobody listened between the first reading and now.
      prose = null
      fragment.observeDeep(changed)
      return () => fragment.unobserveDeep(changed)
    },
  }
}
