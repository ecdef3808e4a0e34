import * as Y from 'yjs'
import { cleanLine } from './clean-text.ts'
import type { ProsePart } from './plan-doc.ts'
import {
  isHeadingLevel,
  isListStart,
  isProseMark,
  type ProseMark,
  type ProseNode,
  proseDepth,
} from './prose-schema.ts'
import { fragmentRoot } from './roots.ts'

/** A node of the prose as an editor's JSON has it, inside the allow-list of prose-schema.ts and nothing else. */
export interface ProseJson {
  type: ProseNode | 'doc' | 'text'
  attrs?: { level: number } | { start: number }
  content?: ProseJson[]
  text?: string
  marks?: { type: ProseMark }[]
}

const mostTextOfRun = 100_000

/**
 * One prose part as a valid document: a heading or paragraph holds text, a list holds items, an item begins
 * with a paragraph. Whatever else was written is reduced to its text, in place; nothing throws.
 */
export function readProse(doc: Y.Doc, part: ProsePart): ProseJson {
  const root = fragmentRoot(doc, part)
  const content = root === null ? [] : blocksOf(root.toArray(), 1)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function blocksOf(children: readonly unknown[], depth: number): ProseJson[] {
  const blocks: ProseJson[] = []
  for (const child of children) {
    if (child instanceof Y.XmlText) blocks.push(withContent({ type: 'paragraph' }, textsOf(child)))
    else if (child instanceof Y.XmlElement) blocks.push(...blocksOfElement(child, depth))
  }
  return blocks
}

function blocksOfElement(element: Y.XmlElement, depth: number): ProseJson[] {
  if (depth > proseDepth) return []
  const name = element.nodeName
  const children = element.toArray()
  if (name === 'paragraph' || name === 'heading') {
    return [withContent(textBlock(element), inlineOf(children, depth + 1))]
  }
  if (name === 'bulletList' || name === 'orderedList') return listOf(element, depth)
  if (name === 'hardBreak') return []
  return blocksOf(children, depth + 1)
}

function textBlock(element: Y.XmlElement): ProseJson {
  const level: unknown = attribute(element, 'level')
  if (element.nodeName !== 'heading') return { type: 'paragraph' }
  return { type: 'heading', attrs: { level: isHeadingLevel(level) ? level : 2 } }
}

function listOf(element: Y.XmlElement, depth: number): ProseJson[] {
  const items = element.toArray().flatMap((child): ProseJson[] => {
    const blocks = blocksOf([child], depth + 1)
    if (blocks.length === 0) return []
    // An item without a paragraph at its head gets an empty one, as an editor would give it.
    const head: ProseJson[] = blocks[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph' }]
    return [{ type: 'listItem', content: [...head, ...blocks] }]
  })
  if (items.length === 0) return []
  if (element.nodeName === 'bulletList') return [{ type: 'bulletList', content: items }]
  const start: unknown = attribute(element, 'start')
  return [{ type: 'orderedList', attrs: { start: isListStart(start) ? start : 1 }, content: items }]
}

function inlineOf(children: readonly unknown[], depth: number): ProseJson[] {
  if (depth > proseDepth + 1) return []
  return children.flatMap((child): ProseJson[] => {
    if (child instanceof Y.XmlText) return textsOf(child)
    if (!(child instanceof Y.XmlElement)) return []
    if (child.nodeName === 'hardBreak') return [{ type: 'hardBreak' }]
    return inlineOf(child.toArray(), depth + 1)
  })
}

function textsOf(text: Y.XmlText): ProseJson[] {
  const runs: unknown[] = text.toDelta()
  return runs.flatMap((run): ProseJson[] => {
    const { insert, attributes } = run as { insert?: unknown; attributes?: object }
    if (typeof insert !== 'string') return []
    const clean = cleanLine(insert, mostTextOfRun)
    if (clean === '') return []
    const marks = Object.keys(attributes ?? {})
      .filter(isProseMark)
      .map((type) => ({ type }))
    return [marks.length > 0 ? { type: 'text', text: clean, marks } : { type: 'text', text: clean }]
  })
}

function attribute(element: Y.XmlElement, name: string): unknown {
  return element.getAttribute(name)
}

function withContent(node: ProseJson, content: ProseJson[]): ProseJson {
  return content.length > 0 ? { ...node, content } : node
}
