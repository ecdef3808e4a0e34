import type { Worksheet } from 'exceljs'
import type { Paper, PaperBlock } from '#domain/papers/paper.ts'
import { safeText } from './safe-text.ts'
import { xlsxFont } from './xlsx-font.ts'

/** Everything but the tables, one line below the other, each as wide as `columns` together. */
export function xlsxText(sheet: Worksheet, paper: Paper, columns: number): void {
  if (columns === 1) sheet.getColumn(1).width = 100
  for (const { text, bold } of linesOf(paper)) {
    const row = sheet.addRow([safeText(text)])
    row.font = { ...xlsxFont, bold }
    row.alignment = { wrapText: columns === 1, vertical: 'top' }
    if (columns > 1) sheet.mergeCells(row.number, 1, row.number, columns)
  }
  sheet.addRow([])
}

function linesOf({ head, title, blocks, signature, proof, foot }: Paper) {
  const bold = (text: string) => ({ text, bold: true })
  const plain = (text: string) => ({ text, bold: false })
  return [
    bold(head.party),
    plain(head.above),
    bold(head.issuer),
    plain(head.number),
    plain(head.date),
    ...(head.mark === null ? [] : [bold(head.mark)]),
    bold(title.kind),
    ...title.about.map(bold),
    ...(title.remark === null ? [] : [plain(title.remark)]),
    ...blocks.flatMap(linesOfBlock),
    plain(`${signature.onBehalf}, ${signature.office}: ${signature.name}`),
    plain(foot),
    ...(proof === null ? [] : proof.words.map(plain)),
  ]
}

function linesOfBlock(block: PaperBlock): { text: string; bold: boolean }[] {
  if (block.kind === 'table') return []
  if (block.kind === 'heading') return [{ text: block.text, bold: true }]
  const words = block.runs.map(({ text }) => text).join('')
  return [{ text: block.marker === null ? words : `${block.marker} ${words}`, bold: false }]
}
