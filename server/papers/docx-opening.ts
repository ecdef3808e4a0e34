import { AlignmentType, BorderStyle, Paragraph, type Table, TextRun } from 'docx'
import type { Paper } from '#domain/papers/paper.ts'
import { sideBySide } from './docx-side-by-side.ts'

/** The head in two columns and the title. */
export function docxOpening({ head, title, layout }: Paper): (Paragraph | Table)[] {
  const { size } = layout
  return [
    sideBySide(layout, 43, [
      [
        centred(head.above),
        centred(head.issuer, { bold: true }),
        centred('*'),
        centred(head.number),
      ],
      [
        centred(head.party, { bold: true, underline: {}, size: 2 * size.party }),
        centred(head.date, { italics: true }, 120),
        ...(head.mark === null ? [] : [boxed(head.mark)]),
      ],
    ]),
    centred(title.kind, { bold: true, size: 2 * size.title }, 280),
    ...title.about.map((text) => centred(text, { bold: true })),
    ...(title.remark === null
      ? []
      : [centred(title.remark, { italics: true, size: 2 * size.remark })]),
    centred('-----'),
  ]
}

type Look = Omit<ConstructorParameters<typeof TextRun>[0] & object, 'text'>

function centred(text: string, look: Look = {}, before = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    keepNext: true,
    children: [new TextRun({ ...look, text })],
  })
}

function boxed(text: string): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 8, space: 1 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120 },
    children: [new TextRun({ text: ` ${text} `, bold: true, border })],
  })
}
