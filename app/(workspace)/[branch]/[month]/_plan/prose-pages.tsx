import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import type { ReactNode } from 'react'
import type { ProseJson } from '#domain/read-prose.ts'

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

const renderProse = renderJSONContentToReactElement({
  nodeMapping: {
    doc: Doc,
    paragraph: Paragraph,
    heading: Heading,
    bulletList: BulletList,
    orderedList: OrderedList,
    listItem: ListItem,
    hardBreak: () => <br />,
    text: ({ node }) => node.text ?? '',
  },
  markMapping: { bold: Bold, italic: Italic, underline: Underline },
})

/** Prose as elements, drawn without an editor. */
export function ProsePages({ prose }: { prose: ProseJson }) {
  return renderProse({ content: prose })
}
