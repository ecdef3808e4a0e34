/** Single spacing in Tinos and Times New Roman: the height of a line in sizes of the letters. */
export const naturalLine = 1.149

/**
 * What every drawing of a paper keeps between its pieces, so that screen, PDF and DOCX break it into the same pages:
 * points, lines as multiples of the letters' size. What differs from form to form is its layout (paper.ts).
 */
export const paperLook = {
  dateAbove: 6,
  markAbove: 6,
  titleAbove: 14,
  titleBelow: 6,
  /** Of the dashes below a title. */
  ruleLine: 1.03,
  headingAbove: 7,
  headingBelow: 3,
  paragraphBelow: 4,
  tableAbove: 3,
  tableBelow: 4,
  cellSide: 3.5,
  closingAbove: 10,
  qrAbove: 4,
  proofAbove: 2,
} as const

/** Of a table's rows: its lines, and the room above and below their words. */
export const cellLooks = {
  table: { line: 1.18, padding: 2.2 },
  smallTable: { line: 1.14, padding: 1.3 },
} as const

/** Millimetres. */
export const paperSides = {
  /** Of a QR code: with some 37 modules, 0.4 mm each, which phones read well. */
  qr: 15,
  /** Room for the mark before an item of a list. */
  marker: 6,
  /** Where a hand signs. */
  hand: 17,
} as const
