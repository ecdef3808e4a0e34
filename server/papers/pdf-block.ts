import type { Content } from 'pdfmake/interfaces'
import type { PaperBlock, PaperHeading, PaperLayout, PaperParagraph } from '#domain/papers/paper.ts'
import { paperLook, paperSides } from '#domain/papers/paper-look.ts'
import { pointsOf } from './millimetres.ts'
import type { Unparted } from './pdf-pieces.ts'
import { pdfTable } from './pdf-table.ts'

const markerWidth = pointsOf(paperSides.marker)

/** Rows of `parted` go over pages; what else stands in it is let alone. */
export function pdfBlock(
  block: PaperBlock,
  layout: PaperLayout,
  parted: ReadonlySet<Unparted>,
): Content[] {
  if (block.kind === 'table') return pdfTable(block, layout, parted)
  return [block.kind === 'heading' ? heading(block) : paragraph(block, layout)]
}

function heading({ text, level }: PaperHeading): Content {
  const margin: [number, number, number, number] = [
    0,
    paperLook.headingAbove,
    0,
    paperLook.headingBelow,
  ]
  return { text, bold: true, italics: level === 3, headlineLevel: level, margin }
}

function paragraph(block: PaperParagraph, { size, firstLine }: PaperLayout): Content {
  const { depth, marker, look } = block
  const words: Content & object = {
    text: block.runs.map(({ text, bold, italic, underline }) => ({
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(underline ? { decoration: 'underline' as const } : {}),
    })),
    alignment: 'justify',
    fontSize: look === 'remark' ? size.remark : size.body,
  }
  const below = paperLook.paragraphBelow
  if (depth === 0) {
    return { ...words, leadingIndent: pointsOf(firstLine), margin: [0, 0, 0, below] }
  }
  const left = pointsOf(firstLine) * depth
  if (marker === null) return { ...words, margin: [left, 0, 0, below] }
  return {
    margin: [left - markerWidth, 0, 0, below],
    columns: [
      { width: markerWidth, text: marker },
      { width: '*', ...words },
    ],
  }
}
