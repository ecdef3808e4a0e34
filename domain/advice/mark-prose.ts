import type { ProseJson } from '../read-prose.ts'
import type { Span } from './part-text.ts'
import { proseJsonText } from './prose-json-text.ts'

/** A span and the thread that is about it. */
export interface MarkedSpan extends Span {
  threadId: string
}

/** Prose whose nodes of text say which threads are about them. */
export interface MarkedProse extends Omit<ProseJson, 'content'> {
  content?: MarkedProse[]
  threadIds?: readonly string[]
}

/** Prose with its nodes of text cut at the ends of the spans, and the threads named on what lies within. */
export function markProse(prose: ProseJson, spans: readonly MarkedSpan[]): MarkedProse {
  if (spans.length === 0) return prose
  const text = proseJsonText(prose)
  const marked = new Map<ProseJson, MarkedSpan[]>()
  for (const { threadId, ...span } of spans) {
    for (const { place, from, to } of text.stretches(span)) {
      marked.set(place, [...(marked.get(place) ?? []), { threadId, from, to }])
    }
  }
  return markNode(prose, marked)
}

function markNode(node: ProseJson, marked: ReadonlyMap<ProseJson, MarkedSpan[]>): MarkedProse {
  if (!node.content) return node
  const content = node.content.flatMap((child) => {
    const spans = marked.get(child)
    return spans ? cut(child, spans) : [markNode(child, marked)]
  })
  return { ...node, content }
}

function cut(node: ProseJson, spans: readonly MarkedSpan[]): MarkedProse[] {
  const text = node.text ?? ''
  const cuts = new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])
  const ends = [...cuts].sort((one, other) => one - other)
  return ends.slice(1).map((to, index) => {
    const from = ends[index] ?? 0
    const within = spans.filter((span) => span.from <= from && to <= span.to)
    const threadIds = within.map(({ threadId }) => threadId)
    return { ...node, text: text.slice(from, to), ...(threadIds.length > 0 && { threadIds }) }
  })
}
