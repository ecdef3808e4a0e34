import type { Paper } from '#domain/papers/paper.ts'
import type { QrPicture } from '#domain/papers/qr-picture.ts'
import { PaperBlockView } from './paper-block.tsx'
import { PaperClosing } from './paper-closing.tsx'
import { PaperOpening } from './paper-opening.tsx'
import type { PagePart } from './paper-parts.ts'
import { PaperRows } from './paper-table.tsx'

export interface PaperPieceProps {
  paper: Paper
  part: PagePart
  qr: QrPicture | null
}

export function PaperPiece({ paper, part, qr }: PaperPieceProps) {
  return <div className="paper-unit">{inside(paper, part, qr)}</div>
}

function inside(paper: Paper, part: PagePart, qr: QrPicture | null) {
  if (part.kind === 'opening') return <PaperOpening head={paper.head} title={paper.title} />
  if (part.kind === 'closing') {
    return <PaperClosing proof={paper.proof} qr={qr} signature={paper.signature} />
  }
  const block = 'block' in part ? paper.blocks[part.block] : undefined
  if (block === undefined) return null
  if (block.kind !== 'table') return <PaperBlockView block={block} />
  return part.kind === 'rows' ? <PaperRows from={part.from} table={block} to={part.to} /> : null
}
