import * as Y from 'yjs'
import type { ProsePart } from '../plan-doc.ts'
import { proseDepth } from '../prose-schema.ts'
import { fragmentRoot } from '../roots.ts'
import { type PartText, PartTextBuilder } from './part-text.ts'

/** A prose part's text, read from the shared document, with places in its shared texts; never throws. */
export function documentText(doc: Y.Doc, part: ProsePart): PartText<Y.XmlText> {
  const builder = new PartTextBuilder<Y.XmlText>()
  addAll(builder, fragmentRoot(doc, part)?.toArray() ?? [], 1)
  return builder.build()
}

function addAll(
  builder: PartTextBuilder<Y.XmlText>,
  children: readonly unknown[],
  depth: number,
): void {
  if (depth > proseDepth + 1) return
  for (const child of children) {
    if (child instanceof Y.XmlText) addText(builder, child)
    else if (child instanceof Y.XmlElement) {
      builder.gap()
      addAll(builder, child.toArray(), depth + 1)
      builder.gap()
    }
  }
}

function addText(builder: PartTextBuilder<Y.XmlText>, text: Y.XmlText): void {
  const runs: { insert?: unknown }[] = text.toDelta()
  let at = 0
  for (const { insert } of runs) {
    if (typeof insert === 'string') {
      builder.add(insert, text, at)
      at += insert.length
    } else at += 1
  }
}
