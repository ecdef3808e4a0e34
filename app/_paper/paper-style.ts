import type { CSSProperties } from 'react'
import type { PaperLayout } from '#domain/papers/paper.ts'
import { cellLooks, naturalLine, paperLook, paperSides } from '#domain/papers/paper-look.ts'

type Variables = Record<`--paper-${string}`, string | number>

/** The same on every paper. */
const look: Variables = {
  '--paper-natural': naturalLine,
  '--paper-date-above': `${paperLook.dateAbove}pt`,
  '--paper-mark-above': `${paperLook.markAbove}pt`,
  '--paper-title-above': `${paperLook.titleAbove}pt`,
  '--paper-title-below': `${paperLook.titleBelow}pt`,
  '--paper-rule-line': paperLook.ruleLine,
  '--paper-heading-above': `${paperLook.headingAbove}pt`,
  '--paper-heading-below': `${paperLook.headingBelow}pt`,
  '--paper-paragraph-below': `${paperLook.paragraphBelow}pt`,
  '--paper-table-above': `${paperLook.tableAbove}pt`,
  '--paper-table-below': `${paperLook.tableBelow}pt`,
  '--paper-cell-side': `${paperLook.cellSide}pt`,
  '--paper-table-line': cellLooks.table.line,
  '--paper-table-padding': `${cellLooks.table.padding}pt`,
  '--paper-small-line': cellLooks.smallTable.line,
  '--paper-small-padding': `${cellLooks.smallTable.padding}pt`,
  '--paper-closing-above': `${paperLook.closingAbove}pt`,
  '--paper-qr-above': `${paperLook.qrAbove}pt`,
  '--paper-proof-above': `${paperLook.proofAbove}pt`,
  '--paper-qr': `${paperSides.qr}mm`,
  '--paper-marker': `${paperSides.marker}mm`,
  '--paper-hand': `${paperSides.hand}mm`,
}

/** The form's measures, and how much smaller all of it is shown, as the variables that paper.css reads. */
export function paperStyle({ page, margin, ...layout }: PaperLayout, scale: number): CSSProperties {
  const { size } = layout
  const variables: Variables = {
    '--paper-scale': scale,
    '--paper-width': `${page.width}mm`,
    '--paper-height': `${page.height}mm`,
    '--paper-margin': `${margin.top}mm ${margin.right}mm ${margin.bottom}mm ${margin.left}mm`,
    '--paper-left': `${margin.left}mm`,
    '--paper-right': `${margin.right}mm`,
    '--paper-number-at': `${layout.numberAt}mm`,
    '--paper-foot-at': `${layout.footAt}mm`,
    '--paper-first': `${layout.firstLine}mm`,
    '--paper-line': layout.lineHeight,
    '--paper-body': `${size.body}pt`,
    '--paper-party': `${size.party}pt`,
    '--paper-title': `${size.title}pt`,
    '--paper-table': `${size.table}pt`,
    '--paper-small': `${size.smallTable}pt`,
    '--paper-remark': `${size.remark}pt`,
    '--paper-recipients': `${size.recipients}pt`,
    '--paper-foot': `${size.foot}pt`,
    '--paper-proof': `${size.proof}pt`,
    ...look,
  }
  return variables
}
