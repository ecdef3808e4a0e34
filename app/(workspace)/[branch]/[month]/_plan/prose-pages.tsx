import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import type { ComponentProps, ReactNode } from 'react'
import type { MarkedProse } from '#domain/advice/mark-prose.ts'

interface Inside {
  children?: ReactNode
}
interface WithAttributes extends Inside {
  node: { attrs?: Record<string, unknown> }
}

function Doc({ children }: Inside) {
  return children
}
function Paragraph({ children }: Inside) {
  return <p>{children}</p>
}
function Heading({ node, children }: WithAttributes) {
  return node.attrs?.['level'] === 2 ? <h2>{children}</h2> : <h3>{children}</h3>
}
function BulletList({ children }: Inside) {
  return <ul>{children}</ul>
}
function OrderedList({ node, children }: WithAttributes) {
  return <ol start={Number(node.attrs?.['start'] ?? 1)}>{children}</ol>
}
function ListItem({ children }: Inside) {
  return <li>{children}</li>
}
function Bold({ children }: Inside) {
  return <strong>{children}</strong>
}
function Italic({ children }: Inside) {
  return <em>{children}</em>
}
function Underline({ children }: Inside) {
  return <u>{children}</u>
}

interface MarkedWords {
  node: { text?: string; threadIds?: readonly string[] }
}

/** Where a marked passage leads to: one of the threads about it. */
export type WayToThread = (threadIds: readonly string[]) => ComponentProps<'a'>

const elements = {
  nodeMapping: {
    doc: Doc,
    paragraph: Paragraph,
    heading: Heading,
    bulletList: BulletList,
    orderedList: OrderedList,
    listItem: ListItem,
    hardBreak: () => <br />,
  },
  markMapping: { bold: Bold, italic: Italic, underline: Underline },
}

/** Letters; those that somebody spoke about lead to the threads about them. */
function wordsWith(wayTo: WayToThread | undefined) {
  return ({ node: { text = '', threadIds = [] } }: MarkedWords): ReactNode => {
    if (threadIds.length === 0) return text
    const marked = <mark data-advice={threadIds.join(' ')}>{text}</mark>
    return wayTo ? <a {...wayTo(threadIds)}>{marked}</a> : marked
  }
}

/** Prose as elements, drawn without an editor. */
export function ProsePages({ prose, wayTo }: { prose: MarkedProse; wayTo?: WayToThread }) {
  const { nodeMapping, markMapping } = elements
  const renderProse = renderJSONContentToReactElement({
    nodeMapping: { ...nodeMapping, text: wordsWith(wayTo) },
    markMapping,
  })
  return renderProse({ content: prose })
}
