import type { Node } from '@tiptap/pm/model'
import { type PartText, PartTextBuilder } from '#domain/advice/part-text.ts'

/** The text of an editor's document, with places in the document (its one place is null). */
export function editorText(doc: Node): PartText<null> {
  const builder = new PartTextBuilder<null>()
  doc.descendants((node, at) => {
    if (node.isText) builder.add(node.text ?? '', null, at)
    else builder.gap()
  })
  return builder.build()
}
