import * as Y from 'yjs'
import { newPlanDoc, type ProsePart, proseOf } from '../plan-doc.ts'

/** A document whose part holds these paragraphs, as an editor writes them. */
export function docWithParagraphs(part: ProsePart, ...paragraphs: string[]): Y.Doc {
  const doc = newPlanDoc()
  proseOf(doc, part).insert(0, paragraphs.map(paragraphOf))
  return doc
}

export function paragraphOf(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  return paragraph
}

/** The shared text of the paragraph at this place. */
export function textOfParagraph(doc: Y.Doc, part: ProsePart, index: number): Y.XmlText {
  const paragraph = proseOf(doc, part).get(index)
  const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no such paragraph')
  return text
}
