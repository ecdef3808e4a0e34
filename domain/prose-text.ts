import type * as Y from 'yjs'
import type { ProsePart } from './plan-doc.ts'
import { type ProseJson, readProse } from './read-prose.ts'

/** A prose part as plain text, one string for each paragraph, heading and line of a list. */
export function proseParagraphs(doc: Y.Doc, part: ProsePart): string[] {
  return linesOf(readProse(doc, part))
}

/** Has nobody written anything there yet? Empty paragraphs, which an editor leaves behind, do not count. */
export function isProseEmpty(doc: Y.Doc, part: ProsePart): boolean {
  return proseParagraphs(doc, part).every((line) => line.trim() === '')
}

function linesOf(node: ProseJson): string[] {
  if (node.type !== 'paragraph' && node.type !== 'heading')
    return (node.content ?? []).flatMap(linesOf)
  return [(node.content ?? []).map((run) => run.text ?? '\n').join('')]
}
