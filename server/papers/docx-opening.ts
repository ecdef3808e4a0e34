import {
  AlignmentType,
  BorderStyle,
  type ISpacingProperties,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Paper } from '#domain/papers/paper.ts'
import { naturalLine, paperLook } from '#domain/papers/paper-look.ts'
import { sideBySide } from './docx-side-by-side.ts'
import { lineSpacing } from './docx-spacing.ts'

/** The head in two columns and the title. */
export function docxOpening({ head, title, layout }: Paper): (Paragraph | Table)[] {
  const { size, lineHeight } = layout
  return [
    sideBySide(layout, 43, [
      [
        centred(head.above),
        centred(head.issuer, { bold: true }),
        centred('*'),
        centred(head.number),
      ],
      [
        centred(
          head.party,
          { bold: true, underline: {}, size: 2 * size.party },
          lineSpacing(size.party * naturalLine),
        ),
        centred(head.date, { italics: true }, { before: 20 * paperLook.dateAbove }),
        ...(head.mark === null ? [] : [boxed(head.mark)]),
      ],
    ]),
    centred(
      title.kind,
      { bold: true, size: 2 * size.title },
      { ...lineSpacing(size.title * lineHeight), before: 20 * paperLook.titleAbove },
    ),
    ...title.about.map((text) => centred(text, { bold: true })),
    ...(title.remark === null
      ? []
      : [
          centred(
            title.remark,
            { italics: true, size: 2 * size.remark },
            lineSpacing(size.remark * lineHeight),
          ),
        ]),
    centred(
      '-----',
      {},
      { ...lineSpacing(size.body * paperLook.ruleLine), after: 20 * paperLook.titleBelow },
    ),
  ]
}

type Look = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text'>

function centred(text: string, look: Look = {}, spacing: ISpacingProperties = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing,
    keepNext: true,
    children: [new TextRun({ ...look, text })],
  })
}

function boxed(text: string): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 8, space: 1 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 20 * paperLook.markAbove },
    children: [new TextRun({ text: ` ${text} `, bold: true, border })],
  })
}
