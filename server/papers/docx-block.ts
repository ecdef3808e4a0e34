import { AlignmentType, LineRuleType, Paragraph, Tab, type Table, TabStopType, TextRun } from 'docx'
import type { PaperBlock, PaperHeading, PaperLayout, PaperParagraph } from '#domain/papers/paper.ts'
import { paperLook, paperSides } from '#domain/papers/paper-look.ts'
import { lineSpacing } from './docx-spacing.ts'
import { docxTable } from './docx-table.ts'
import { twipsOf } from './millimetres.ts'

const markerWidth = twipsOf(paperSides.marker)

/** `keepNext`: with what follows on one page. */
export function docxBlock(
  block: PaperBlock,
  layout: PaperLayout,
  keepNext: boolean,
): (Paragraph | Table)[] {
  // A table is followed by a paragraph, else Word joins it with the next one.
  if (block.kind === 'table') return [docxTable(block, layout), gap()]
  return [block.kind === 'heading' ? heading(block) : paragraph(block, layout, keepNext)]
}

function gap(): Paragraph {
  // Above a table nothing can be kept free: what its place lacks there stands below.
  const points = paperLook.tableAbove + paperLook.tableBelow
  return new Paragraph({ spacing: { line: 20 * points, lineRule: LineRuleType.EXACT } })
}

function heading({ text, level }: PaperHeading): Paragraph {
  return new Paragraph({
    keepNext: true,
    outlineLevel: level - 1,
    spacing: { before: 20 * paperLook.headingAbove, after: 20 * paperLook.headingBelow },
    children: [new TextRun({ text, bold: true, italics: level === 3 })],
  })
}

function paragraph(
  { runs, depth, marker, look }: PaperParagraph,
  { size, firstLine, lineHeight }: PaperLayout,
  keepNext: boolean,
): Paragraph {
  const points = look === 'remark' ? size.remark : size.body
  const words = runs.map(
    ({ text, bold, italic, underline }) =>
      new TextRun({
        text,
        size: 2 * points,
        bold: bold ?? false,
        italics: italic ?? false,
        ...(underline ? { underline: {} } : {}),
      }),
  )
  const left = twipsOf(firstLine) * depth
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    keepNext,
    keepLines: keepNext,
    spacing: { ...lineSpacing(points * lineHeight), after: 20 * paperLook.paragraphBelow },
    ...(depth === 0
      ? { indent: { firstLine: twipsOf(firstLine) } }
      : { indent: { left, hanging: marker === null ? 0 : markerWidth } }),
    ...(marker === null ? {} : { tabStops: [{ type: TabStopType.LEFT, position: left }] }),
    children: [
      ...(marker === null
        ? []
        : [new TextRun({ children: [marker, new Tab()], size: 2 * points })]),
      ...words,
    ],
  })
}
