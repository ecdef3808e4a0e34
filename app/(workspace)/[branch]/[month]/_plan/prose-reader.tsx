import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { useTranslations } from 'next-intl'
import { createElement, useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { type ProsePart, proseOf } from '#domain/plan-doc.ts'
import { usePlanSession } from '../_session/plan-session.tsx'

/**
 * A prose part for those who may not write: drawn from the document by a static renderer.
 * A bound editor would write, even a read-only one: it deletes nodes that it does not know.
 */
export function ProseReader({ part }: { part: ProsePart }) {
  const t = useTranslations('plan')
  const { doc } = usePlanSession()
  const fragment = useMemo(() => proseOf(doc, part), [doc, part])
  const version = useRef(0)
  const subscribe = useCallback(
    (notify: () => void) => {
      const changed = () => {
        version.current++
        notify()
      }
      fragment.observeDeep(changed)
      return () => fragment.unobserveDeep(changed)
    },
    [fragment],
  )
  const seen = useSyncExternalStore(
    subscribe,
    () => version.current,
    () => 0,
  )
  const content = useMemo(
    () => drawProse(yXmlFragmentToProsemirrorJSON(fragment), seen),
    [fragment, seen],
  )
  return (
    <div className="prose-sheet">
      <div className="prose-body" lang="vi">
        {fragment.length === 0 ? <p className="text-ink-3">{t('emptyPart')}</p> : content}
      </div>
    </div>
  )
}

type Children = React.ReactNode
const plain = (tag: string) =>
  function PlainNode({ children }: { children?: Children }) {
    return createElement(tag, null, children)
  }

function drawProse(json: Record<string, unknown>, _version: number): Children {
  const renderProse = renderJSONContentToReactElement({
    nodeMapping: {
      doc: ({ children }) => <>{children}</>,
      paragraph: plain('p'),
      heading: ({ node, children }) =>
        createElement(node.attrs?.['level'] === 2 ? 'h3' : 'h4', null, children),
      bulletList: plain('ul'),
      orderedList: plain('ol'),
      listItem: plain('li'),
      hardBreak: () => <br />,
      text: ({ node }) => <>{node.text ?? ''}</>,
    },
    markMapping: {
      bold: plain('strong'),
      italic: plain('em'),
      underline: plain('u'),
    },
    unhandledNode: ({ children }) => <>{children}</>,
    unhandledMark: ({ children }) => <>{children}</>,
  })
  return renderProse({ content: json as never })
}
