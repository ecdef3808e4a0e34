import { type CSSProperties, createElement, type ReactNode } from 'react'
import type { PaperHeading, PaperParagraph, PaperRun } from '#domain/papers/paper.ts'
import { inOrder } from './in-order.ts'

/** A heading or a paragraph. */
export function PaperBlockView({ block }: { block: PaperHeading | PaperParagraph }) {
  if (block.kind === 'heading') {
    const tag = (['h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h3'
    return createElement(tag, { className: 'paper-heading', 'data-level': block.level }, block.text)
  }
  const depth: CSSProperties & Record<'--paper-depth', number> = { '--paper-depth': block.depth }
  return (
    <p
      className="paper-paragraph"
      data-depth={block.depth > 0 ? block.depth : undefined}
      data-look={block.look}
      style={depth}
    >
      {block.marker === null ? null : <span className="paper-marker">{block.marker} </span>}
      {inOrder(block.runs, lettersOf)}
    </p>
  )
}

function lettersOf(run: PaperRun): ReactNode {
  let letters: ReactNode = run.text
  if (run.bold) letters = <b>{letters}</b>
  if (run.italic) letters = <em>{letters}</em>
  if (run.underline) letters = <u>{letters}</u>
  return letters
}
