// The press's own entry; bin/setup/bundle.mjs makes a file of its own of it. Each of the three libraries is loaded when
// the first paper needs it.
import { makePaper } from '#domain/papers/forms.ts'
import type { Paper } from '#domain/papers/paper.ts'
import { recordProof } from '#domain/papers/record-proof.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import { carryOut } from '../log/carry-out.ts'
import type { DrawnPaper, PaperFile, PaperOrder } from './paper-order.ts'

carryOut(async ({ json, form, file, house, ...kept }: PaperOrder) => {
  const record = JSON.parse(json) as MonthRecord
  const drawn = await draw(makePaper(record, form, recordProof(kept, house)), file)
  // A copy of exactly these bytes, for buffers of Node lie in larger ones, and this one is handed over.
  const bytes = new Uint8Array(drawn)
  const answer: DrawnPaper = { bytes }
  return { answer, handedOver: [bytes.buffer] }
})

async function draw(paper: Paper, file: PaperFile): Promise<Uint8Array> {
  if (file === 'pdf') return (await import('./draw-pdf.ts')).drawPdf(paper)
  if (file === 'docx') return (await import('./draw-docx.ts')).drawDocx(paper)
  return (await import('./draw-xlsx.ts')).drawXlsx(paper)
}
