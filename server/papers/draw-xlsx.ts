import exceljs from 'exceljs'
import type { Paper, PaperTable } from '#domain/papers/paper.ts'
import { settleZip } from './settle-zip.ts'
import { xlsxTable } from './xlsx-table.ts'
import { xlsxText } from './xlsx-text.ts'

/**
 * The paper as a workbook: its words on the first sheet, each table on one of its own, numbers and days as such. A paper
 * that is one table is one sheet. The same paper gives the same bytes.
 */
export async function drawXlsx(paper: Paper): Promise<Uint8Array> {
  const at = paper.at ?? '1980-01-01T00:00:00Z'
  const book = new exceljs.Workbook()
  book.creator = paper.head.issuer
  book.title = [paper.name, ...paper.title.about].join(' ')
  book.created = new Date(at)
  book.modified = new Date(at)
  const tables = paper.blocks.filter((block) => block.kind === 'table')
  const [only] = tables
  if (tables.length === 1 && only !== undefined) {
    const sheet = addSheet(book, paper, only.name)
    xlsxText(sheet, paper, only.columns.length)
    xlsxTable(sheet, only)
  } else {
    xlsxText(addSheet(book, paper, paper.name), paper, 1)
    for (const table of tables) xlsxTable(addSheet(book, paper, table.name), table)
  }
  return settleZip(new Uint8Array(await book.xlsx.writeBuffer()), at)
}

/** A sheet that prints on A4 as wide as it is; of its name Excel takes 31 letters and not all signs. */
function addSheet(book: exceljs.Workbook, { layout }: Paper, name: PaperTable['name']) {
  return book.addWorksheet(name.replace(/[*?:\\/[\]]/gu, ' ').slice(0, 31), {
    pageSetup: {
      paperSize: 9,
      orientation: layout.page.width > layout.page.height ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  })
}
