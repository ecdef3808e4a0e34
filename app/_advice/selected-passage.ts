import type { Passage } from '#domain/advice/advice-place.ts'
import { type PartText, PartTextBuilder } from '#domain/advice/part-text.ts'
import { passageOf } from '#domain/advice/passage-of.ts'
import type { ProsePart } from '#domain/plan-doc.ts'

/** What a person selected in a part of the plan, and where on the screen. */
export interface SelectedPassage {
  passage: Passage
  range: Range
}

const inline = new Set(['A', 'B', 'EM', 'I', 'MARK', 'SPAN', 'STRONG', 'U'])

/**
 * The passage that is selected on this page, in an editor or in plain text: inside one element that carries
 * `data-prose-part`. Null when nothing is, or when the selection leaves that part.
 */
export function selectedPassage(): SelectedPassage | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const root = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>('[data-prose-part]')
  const part = root?.dataset['prosePart']
  if (!root || !isPart(part)) return null
  const text = pageText(root)
  const [from, to] = [offsetOf(text, range, true), offsetOf(text, range, false)]
  if (from === null || to === null || from >= to) return null
  const passage = passageOf(text.text, part, { from, to })
  return passage && { passage, range }
}

/** The same without zod or Yjs, which plan-doc.ts would bring along. */
function isPart(name: string | undefined): name is ProsePart {
  return name === 'review' || name === 'focus' || name === 'organisation'
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

/** A part's text as this page shows it, with places in its nodes of text. */
function pageText(root: HTMLElement): PartText<Node> {
  const builder = new PartTextBuilder<Node>()
  const add = (node: Node): void => {
    if (node instanceof Text) {
      builder.add(node.data, node)
      return
    }
    // Colleagues' carets carry their names.
    if (!(node instanceof HTMLElement) || (node !== root && node.contentEditable === 'false'))
      return
    const isBlock = !inline.has(node.tagName)
    if (isBlock) builder.gap()
    for (const child of node.childNodes) add(child)
    if (isBlock) builder.gap()
  }
  add(root)
  return builder.build()
}

/** Where the range begins or ends: at a letter, or at the letters nearest to its boundary inside of it. */
function offsetOf(text: PartText<Node>, range: Range, isStart: boolean): number | null {
  const [node, at] = isStart
    ? [range.startContainer, range.startOffset]
    : [range.endContainer, range.endOffset]
  if (node instanceof Text) return text.offsetOf({ place: node, at })
  const within = text.places.filter((place) => range.intersectsNode(place))
  const nearest = isStart ? within[0] : within.at(-1)
  if (!nearest) return null
  return text.offsetOf({ place: nearest, at: isStart ? 0 : (nearest.textContent ?? '').length })
}
