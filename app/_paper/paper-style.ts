import type { CSSProperties } from 'react'
import type { PaperLayout } from '#domain/papers/paper.ts'

/** The form's measures, and how much smaller all of it is shown, as the variables that paper.css reads. */
export function paperStyle({ page, margin, ...layout }: PaperLayout, scale: number): CSSProperties {
  const { size } = layout
  const variables: Record<`--paper-${string}`, string | number> = {
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
  }
  return variables
}
