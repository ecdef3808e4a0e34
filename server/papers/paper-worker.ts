// The press's own entry; bin/setup/bundle.mjs makes a file of its own of it. Each of the three libraries is loaded when
// the first paper needs it.
import { makePaper } from '#domain/papers/forms.ts'
import type { Paper } from '#domain/papers/paper.ts'
import { recordProof } from '#domain/papers/record-proof.ts'
import type { MonthRecord } from '#domain/record/month-record.ts'
import { carryOut } from '../log/carry-out.ts'
import type { DrawnPaper, PaperFile, PaperOrder, RecordOrder } from './paper-order.ts'

carryOut(async (order: PaperOrder) => {
  const drawn = await draw('paper' in order ? order.paper : paperOf(order), order.file)
  // A copy of exactly these bytes, for buffers of Node lie in larger ones, and this one is handed over.
  const bytes = new Uint8Array(drawn)
  const answer: DrawnPaper = { bytes }
  return { answer, handedOver: [bytes.buffer] }
})

function paperOf({ json, form, house, ...kept }: RecordOrder): Paper {
  const record = JSON.parse(json) as MonthRecord
  return makePaper(record, form, recordProof(kept, house))
}

async function draw(paper: Paper, file: PaperFile): Promise<Uint8Array> {
  if (file === 'pdf') return (await import('./draw-pdf.ts')).drawPdf(paper)
  if (file === 'docx') return (await import('./draw-docx.ts')).drawDocx(paper)
  return (await import('./draw-xlsx.ts')).drawXlsx(paper)
}
