import { AlignmentType, ImageRun, Paragraph, type Table, TextRun } from 'docx'
import { toBuffer } from 'qrcode'
import type { Paper } from '#domain/papers/paper.ts'
import { sideBySide } from './docx-side-by-side.ts'
import { lineSpacing } from './docx-spacing.ts'
import { twipsOf } from './millimetres.ts'
import { qrSide } from './qr-side.ts'

/** Who signs, who is sent it, and by what it can be told from another paper. */
export async function docxClosing({
  signature,
  proof,
  layout,
}: Paper): Promise<(Paragraph | Table)[]> {
  const { size } = layout
  return [
    sideBySide(layout, 50, [
      [
        line(signature.recipientsHead, size.recipients, { bold: true, italics: true }),
        ...signature.recipients.map((text) => line(text, size.recipients)),
        ...(proof === null ? [] : [await qrOf(proof.address)]),
      ],
      [
        centred(signature.onBehalf, true),
        centred(signature.office, false),
        centred(signature.name, true, twipsOf(17)),
      ],
    ]),
    ...(proof?.words.map((text) => line(text, size.proof)) ?? []),
  ]
}

function line(text: string, points: number, look: { bold?: true; italics?: true } = {}): Paragraph {
  return new Paragraph({
    spacing: lineSpacing(1),
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
  const side = Math.round((qrSide * 96) / 25.4)
  return new Paragraph({
    spacing: { before: twipsOf(2) },
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
