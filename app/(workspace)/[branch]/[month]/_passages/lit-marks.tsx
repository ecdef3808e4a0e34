import { type FocusEvent, type MouseEvent, useEffect } from 'react'
import { useTalk } from '../_comments/talk.ts'

/** What a surface with marks gives its outermost element, so that the threads under the pointer or in focus stand out. */
export function useLitThreads() {
  const { light } = useTalk()
  return {
    onMouseOver: ({ target }: MouseEvent) => light(threadsAt(target)),
    onMouseLeave: () => light([]),
    onFocus: ({ target }: FocusEvent) => light(threadsAt(target)),
    onBlur: () => light([]),
  }
}

/** The other way round: marks of the threads that stand out do so, too. Rules beside the page; no editor is touched. */
export function useLitMarks(threadIds: readonly string[]): void {
  const ids = threadIds.join(' ')
  useEffect(() => {
    if (ids === '') return
    const marks = ids.split(' ').map((id) => `.prose-body mark[data-advice~="${CSS.escape(id)}"]`)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`${marks.join(', ')} {
      border-bottom-color: var(--color-reason);
      background: color-mix(in srgb, var(--color-reason-line) 45%, var(--color-reason-soft));
    }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [ids])
}

/** Marks lie in each other where passages do; a link has its mark inside. */
function threadsAt(target: EventTarget): string[] {
  const ids: string[] = []
  const start = target instanceof HTMLAnchorElement ? target.querySelector('mark') : target
  for (let at = start instanceof Element ? start.closest('mark[data-advice]') : null; at; ) {
    ids.push(...(at.getAttribute('data-advice') ?? '').split(' '))
    at = at.parentElement?.closest('mark[data-advice]') ?? null
  }
  return ids
}
