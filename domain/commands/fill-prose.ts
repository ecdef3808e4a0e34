import * as Y from 'yjs'
import { cleanLine } from '../clean-text.ts'
import { type ProsePart, proseOf } from '../plan-doc.ts'
import { isProseEmpty } from '../prose-text.ts'

const mostOfParagraph = 10_000

/**
 * Writes paragraphs into a prose part that is still empty, and says whether it did. A part that somebody has
 * begun is left as it is. Runs inside the caller's transaction.
 */
export function fillProse(doc: Y.Doc, part: ProsePart, paragraphs: readonly string[]): boolean {
  if (paragraphs.length === 0 || !isProseEmpty(doc, part)) return false
  const fragment = proseOf(doc, part)
  fragment.delete(0, fragment.length)
  fragment.insert(
    0,
    paragraphs.map((text) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(cleanLine(text, mostOfParagraph))])
      return paragraph
    }),
  )
  return true
}
