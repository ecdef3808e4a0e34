/**
 * A paper as it lies on the table: pure data that the page in the browser, PDF, DOCX and XLSX are drawn from alike.
 * Whatever it says is Vietnamese and normalised (NFC); lengths are millimetres, sizes points.
 */
export interface Paper {
  /** The file of code that made it, `plan-1`. */
  form: string
  /** What it is, in a few words: the name of the file's window, and of an XLSX sheet. */
  name: string
  layout: PaperLayout
  head: PaperHead
  title: PaperTitle
  blocks: PaperBlock[]
  signature: PaperSignature
  /** On every page, below; the page's number follows it. */
  foot: string
  /** `trang {page}/{pages}`. */
  pageWords: string
  /** Null while nothing is final. */
  proof: PaperProof | null
  /** When it was finalised, ISO 8601; the date inside the file. */
  at: string | null
}

export interface PaperLayout {
  page: { width: number; height: number }
  margin: { top: number; right: number; bottom: number; left: number }
  /** From the page's upper edge to its number, and from its lower edge to the foot. */
  numberAt: number
  footAt: number
  size: PaperSizes
  /** Of the body, as a multiple of the size. */
  lineHeight: number
  firstLine: number
}

export interface PaperSizes {
  body: number
  party: number
  title: number
  table: number
  smallTable: number
  remark: number
  recipients: number
  foot: number
  proof: number
}

export interface PaperHead {
  /** Who stands above, who issues, the number. */
  above: string
  issuer: string
  number: string
  party: string
  date: string
  /** `DỰ THẢO`, `Biểu 1`, in a box of its own. */
  mark: string | null
}

export interface PaperTitle {
  kind: string
  about: string[]
  /** Which version this is and why, when it is not the first. */
  remark: string | null
}

export type PaperBlock = PaperHeading | PaperParagraph | PaperTable

export interface PaperHeading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
}

export interface PaperParagraph {
  kind: 'paragraph'
  runs: PaperRun[]
  /** How deep in lists; 0 is none, and begins with an indented first line. */
  depth: number
  /** `-`, `2.` before an item of a list. */
  marker: string | null
  look: 'body' | 'remark'
}

export interface PaperRun {
  text: string
  bold?: true
  italic?: true
  underline?: true
}

export interface PaperTable {
  kind: 'table'
  name: string
  look: 'table' | 'smallTable'
  columns: PaperColumn[]
  /** Rows of the head, repeated on every page; cells that a span covers are left out, as in HTML. */
  head: PaperCell[][]
  rows: PaperRow[]
}

export interface PaperColumn {
  width: number
  align: 'left' | 'center'
}

export interface PaperRow {
  cells: PaperCell[]
  /** A sum, or a title between rows. */
  isBold: boolean
}

export interface PaperCell {
  text: string
  /** What the text says, where that is a number or a day (yyyy-mm-dd). */
  value?: number | { day: string }
  colSpan?: number
  rowSpan?: number
  /** Other than its column's. */
  align?: 'left' | 'center'
}

export interface PaperSignature {
  recipientsHead: string
  recipients: string[]
  onBehalf: string
  office: string
  name: string
}

/** By what anybody can tell that a paper says what the record says. */
export interface PaperProof {
  /** Short, as printed, `7F3A-91C2`. */
  code: string
  /** Of the record's canonical JSON. */
  sha256: string
  /** Where the code is confirmed; also in the QR code. */
  address: string
  words: string[]
}
