import { createElement, Fragment, type ReactNode } from 'react'
import type { MarkedProse } from '#domain/advice/mark-prose.ts'

/**
 * A part of the plan as it is read: the blocks that the schema allows and nothing else, drawn by the server.
 * Passages that somebody spoke of are marked and lead to the thread.
 */
export interface ProsePartProps {
  prose: MarkedProse
  /** Where the thread of a marked passage is. */
  addressOf: (threadId: string) => string
}

export function ProsePart({ prose, addressOf }: ProsePartProps) {
  return <>{childrenOf(prose, addressOf)}</>
}

function childrenOf(node: MarkedProse, addressOf: ProsePartProps['addressOf']): ReactNode {
  const children = (node.content ?? []).map((child) =>
    createElement(Node, { addressOf, node: child }),
  )
  // Given one by one, for a tree that never changes needs no keys.
  return createElement(Fragment, null, ...children)
}

function Node({ node, addressOf }: { node: MarkedProse; addressOf: ProsePartProps['addressOf'] }) {
  if (node.type === 'text') return <Letters addressOf={addressOf} node={node} />
  if (node.type === 'hardBreak') return <br />
  const inside = childrenOf(node, addressOf)
  if (node.type === 'heading') {
    const isFirst = node.attrs && 'level' in node.attrs && node.attrs.level === 2
    return isFirst ? (
      <h3 className="pt-2 text-base">{inside}</h3>
    ) : (
      <h4 className="pt-1 text-base">{inside}</h4>
    )
  }
  if (node.type === 'bulletList') return <ul className="list-disc pl-5">{inside}</ul>
  if (node.type === 'orderedList') {
    const start = node.attrs && 'start' in node.attrs ? node.attrs.start : 1
    return (
      <ol className="list-decimal pl-6" start={start}>
        {inside}
      </ol>
    )
  }
  if (node.type === 'listItem') return <li>{inside}</li>
  return <p>{inside}</p>
}

function Letters({
  node,
  addressOf,
}: {
  node: MarkedProse
  addressOf: ProsePartProps['addressOf']
}) {
  let letters: ReactNode = node.text
  for (const { type } of node.marks ?? []) {
    if (type === 'bold') letters = <strong>{letters}</strong>
    if (type === 'italic') letters = <em>{letters}</em>
    if (type === 'underline') letters = <u>{letters}</u>
  }
  const threadId = node.threadIds?.[0]
  if (threadId === undefined) return letters
  return (
    <a
      className="bg-note-soft text-ink decoration-2 decoration-note underline underline-offset-4"
      href={addressOf(threadId)}
    >
      {letters}
    </a>
  )
}
