import { AlignmentType, ImageRun, Paragraph, type Table, TextRun } from 'docx'
import { toBuffer } from 'qrcode'
import type { Paper } from '#domain/papers/paper.ts'
import { naturalLine, paperLook, paperSides } from '#domain/papers/paper-look.ts'
import { sideBySide } from './docx-side-by-side.ts'
import { lineSpacing } from './docx-spacing.ts'
import { twipsOf } from './millimetres.ts'

/** Who signs, who is sent it, and by what it can be told from another paper. */
export async function docxClosing({
  signature,
  proof,
  layout,
}: Paper): Promise<(Paragraph | Table)[]> {
  const { size } = layout
  const above = 20 * paperLook.closingAbove
  return [
    sideBySide(layout, 50, [
      [
        line(signature.recipientsHead, size.recipients, { bold: true, italics: true }, above),
        ...signature.recipients.map((text) => line(text, size.recipients)),
        ...(proof === null ? [] : [await qrOf(proof.address)]),
      ],
      [
        centred(signature.onBehalf, true, above),
        centred(signature.office, false),
        centred(signature.name, true, twipsOf(paperSides.hand)),
      ],
    ]),
    ...(proof?.words.map((text, index) =>
      line(text, size.proof, {}, index === 0 ? 20 * paperLook.proofAbove : 0),
    ) ?? []),
  ]
}

function line(
  text: string,
  points: number,
  look: { bold?: true; italics?: true } = {},
  before = 0,
): Paragraph {
  return new Paragraph({
    spacing: { ...lineSpacing(points * naturalLine), before },
    children: [new TextRun({ ...look, text, size: 2 * points })],
  })
}

function centred(text: string, bold: boolean, before = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    children: [new TextRun({ text, bold })],
  })
}

async function qrOf(address: string): Promise<Paragraph> {
  const data = await toBuffer(address, { errorCorrectionLevel: 'M', margin: 0, scale: 6 })
  const side = Math.round((paperSides.qr * 96) / 25.4)
  return new Paragraph({
    spacing: { before: 20 * paperLook.qrAbove },
    children: [
      new ImageRun({
        type: 'png',
        data,
        // In Word's pixels, 96 to the inch.
        transformation: { width: side, height: side },
        altText: { id: '1', name: 'QR', title: 'QR', description: address },
      }),
    ],
  })
}
