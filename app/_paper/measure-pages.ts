import type { Paper } from '#domain/papers/paper.ts'
import { layPages, type Unit } from './lay-pages.ts'
import { joinRows, type PagePart, partsOf } from './paper-parts.ts'

/** The pages of a paper, by the heights that its pieces have in `drawn`, where they stand one after the other. */
export function measurePages(paper: Paper, drawn: HTMLElement): PagePart[][] {
  const { page, margin } = paper.layout
  const perMillimetre = drawn.getBoundingClientRect().width / page.width
  const height = (page.height - margin.top - margin.bottom) * perMillimetre
  const parts = partsOf(paper)
  const units = unitsOf(paper, drawn)
  return layPages(units, height).map((numbers) =>
    joinRows(numbers.flatMap((number) => parts[number] ?? [])),
  )
}

/** One for each part, in the same order. */
function unitsOf(paper: Paper, drawn: HTMLElement): Unit[] {
  return [...drawn.children].flatMap((piece, index): Unit[] => {
    const block = paper.blocks[index - 1]
    if (block?.kind === 'table') return rowsOf(piece, index)
    const { height } = piece.getBoundingClientRect()
    // Names do not sign on a page of their own: the last words of the text go with them.
    const isLast = block !== undefined && index === paper.blocks.length
    return [{ height, keepsNext: block?.kind === 'heading' || isLast, table: null }]
  })
}

function rowsOf(piece: Element, index: number): Unit[] {
  const whole = piece.getBoundingClientRect()
  const rows = [...piece.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect())
  const all = rows.reduce((sum, row) => sum + row.height, 0)
  // What is no row, the margins included, counts as the head, which each page has again.
  const table = { index, headHeight: whole.height - all }
  return rows.map(({ height }) => ({ height, keepsNext: false, table }))
}
