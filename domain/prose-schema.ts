/**
 * What the three prose parts may hold, for the editor, the gate and the reader alike. Names, attributes and
 * marks are allow-listed; which node may stand in which is the editor's business, and readers put up with any.
 */
export const proseNodes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
] as const
export type ProseNode = (typeof proseNodes)[number]

export const proseMarks = ['bold', 'italic', 'underline'] as const
export type ProseMark = (typeof proseMarks)[number]

/** Levels of headings; level 1 is the paper's own title. */
export const headingLevels = [2, 3] as const
export type HeadingLevel = (typeof headingLevels)[number]

/** How deep nodes may lie in each other, a paragraph at the top being 1. */
export const proseDepth = 16

/** The highest number that an ordered list may start at. */
const maxListStart = 9_999

export function isProseNode(name: string): name is ProseNode {
  return proseNodes.some((node) => node === name)
}

export function isProseMark(name: string): name is ProseMark {
  return proseMarks.some((mark) => mark === name)
}

/** May this node carry this attribute with this value? */
export function isProseAttribute(node: ProseNode, name: string, value: unknown): boolean {
  if (node === 'heading' && name === 'level') return isHeadingLevel(value)
  if (node === 'orderedList' && name === 'start') return isListStart(value)
  return false
}

export function isHeadingLevel(value: unknown): value is HeadingLevel {
  return headingLevels.some((level) => level === value)
}

export function isListStart(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxListStart
}
