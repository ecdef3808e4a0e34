import type { Paper } from '#domain/papers/paper.ts'
import type { QrPicture } from '#domain/papers/qr-picture.ts'
import { inOrder } from './in-order.ts'
import type { PagePart } from './paper-parts.ts'
import { PaperPiece } from './paper-piece.tsx'

export interface PaperSheetProps {
  paper: Paper
  parts: readonly PagePart[]
  number: number
  of: number
  qr: QrPicture | null
}

/** One page: its number on top from the second on, and below what paper it is of. */
export function PaperSheet({ paper, parts, number, of, qr }: PaperSheetProps) {
  const { page } = paper.layout
  const ofAll = paper.pageWords.replace('{page}', String(number)).replace('{pages}', String(of))
  return (
    <article className="paper-sheet" data-turned={page.width > page.height || undefined} lang="vi">
      {number > 1 ? <p className="paper-number">{number}</p> : null}
      {inOrder(parts, (part) => (
        <PaperPiece paper={paper} part={part} qr={qr} />
      ))}
      <footer className="paper-foot">{`${paper.foot}, ${ofAll}`}</footer>
    </article>
  )
}
