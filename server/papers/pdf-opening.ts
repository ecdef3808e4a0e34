import type { Content } from 'pdfmake/interfaces'
import type { Paper } from '#domain/papers/paper.ts'
import { naturalLine, paperLook } from '#domain/papers/paper-look.ts'
import { pdfLine } from './pdf-line.ts'

const single = pdfLine(naturalLine)

/** The head in two columns and the title. */
export function pdfOpening({ head, title, layout }: Paper): Content[] {
  const { size } = layout
  return [
    {
      columns: [
        {
          width: '43%',
          alignment: 'center',
          stack: [head.above, { text: head.issuer, bold: true }, '*', head.number],
        },
        {
          width: '57%',
          alignment: 'center',
          stack: [
            ruled(head.party, size.party),
            { text: head.date, italics: true, margin: [0, paperLook.dateAbove, 0, 0] },
            ...(head.mark === null ? [] : [boxed(head.mark)]),
          ],
        },
      ],
    },
    {
      alignment: 'center',
      margin: [0, paperLook.titleAbove, 0, paperLook.titleBelow],
      stack: [
        { text: title.kind, bold: true, fontSize: size.title },
        ...title.about.map((text): Content => ({ text, bold: true })),
        ...(title.remark === null
          ? []
          : [{ text: title.remark, italics: true, fontSize: size.remark }]),
        { text: '-----', lineHeight: pdfLine(paperLook.ruleLine) },
      ],
    },
  ]
}

/** A line below, exactly as long as the words. */
function ruled(text: string, fontSize: number): Content {
  return inTheMiddle({ text, bold: true, fontSize, lineHeight: single }, [
    false,
    false,
    false,
    true,
  ])
}

function boxed(text: string): Content {
  return {
    ...inTheMiddle({ text, bold: true, lineHeight: single, margin: [6, 1, 6, 1] }, [
      true,
      true,
      true,
      true,
    ]),
    margin: [0, paperLook.markAbove, 0, 0],
  }
}

/** A box as wide as its words, with these borders: left, top, right, bottom. */
function inTheMiddle(words: Content & object, border: [boolean, boolean, boolean, boolean]) {
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: 'auto',
        table: { body: [[{ ...words, border }]] },
        layout: {
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 0,
          paddingBottom: () => 1,
        },
      },
      { width: '*', text: '' },
    ],
  }
}
