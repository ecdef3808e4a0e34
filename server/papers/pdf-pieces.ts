import type { Content } from 'pdfmake/interfaces'

/**
 * What is to stand on one page as a whole: a row of a table, the closing. Told by the object of the paper that it is
 * drawn from; a node of the content names it as its `unparted`.
 */
export type Unparted = object

/** A text that is given to be drawn. */
interface Piece {
  text: string
  of: Unparted | null
}

/** A page as pdfmake laid it out, as far as texts are concerned. */
interface LaidPage {
  items: readonly {
    type: string
    item: { inlines?: readonly { text: string; piece?: number }[] }
  }[]
}

/**
 * Every text of a content, each with a number that goes with its letters until they stand on a page. pdfmake leaves out
 * what does not fit without a word; here it is found out.
 */
export class PdfPieces {
  readonly #given: Piece[] = []

  /** The same content with its texts numbered. */
  number(content: readonly Content[]): Content[] {
    return content.map((node) => this.#numbered(node, null) as Content)
  }

  /** Texts that are not on the pages of this document, whole and as often as they were begun. */
  missingIn(document: object): Piece[] {
    const { _pdfMakePages: pages = [] } = document as { _pdfMakePages?: readonly LaidPage[] }
    const drawn = this.#given.map(() => '')
    for (const { inlines = [] } of pages.flatMap(({ items }) => items.map(({ item }) => item))) {
      for (const { text, piece } of inlines) if (piece !== undefined) drawn[piece] += bare(text)
    }
    return this.#given.filter(({ text }, index) => !isRepeated(bare(text), drawn[index] ?? ''))
  }

  #numbered(node: unknown, of: Unparted | null): unknown {
    if (typeof node === 'string') return { text: this.#textsOf(node, of) }
    if (Array.isArray(node)) return node.map((each) => this.#numbered(each, of))
    if (!isObject(node)) return node
    const { unparted = of, ...rest } = node as { unparted?: Unparted | null }
    const entries = Object.entries(rest).map(([key, value]) => {
      if (key === 'text') return [key, this.#textsOf(value, unparted)]
      if (key === 'table') return [key, { ...(value as object), ...this.#bodyOf(value, unparted) }]
      return [key, key === 'stack' || key === 'columns' ? this.#numbered(value, unparted) : value]
    })
    return Object.fromEntries(entries)
  }

  #bodyOf(table: unknown, of: Unparted | null): object {
    return { body: this.#numbered((table as { body: unknown }).body, of) }
  }

  /** Runs of one text. */
  #textsOf(text: unknown, of: Unparted | null): object[] {
    if (Array.isArray(text)) return text.flatMap((run) => this.#textsOf(run, of))
    const run = isObject(text) ? text : { text }
    const piece = this.#given.push({ text: String((run as { text: unknown }).text), of }) - 1
    return [{ ...run, piece }]
  }
}

/** The head of a table is drawn on each of its pages; everything once at least. */
function isRepeated(text: string, drawn: string): boolean {
  if (text === '') return true
  return drawn !== '' && drawn === text.repeat(drawn.length / text.length)
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
