import type { Content } from 'pdfmake/interfaces'
import type { Paper } from '#domain/papers/paper.ts'
import { naturalLine, paperLook, paperSides } from '#domain/papers/paper-look.ts'
import { drawQr } from './draw-qr.ts'
import { pointsOf } from './millimetres.ts'
import { pdfLine } from './pdf-line.ts'
import type { Unparted } from './pdf-pieces.ts'

const single = pdfLine(naturalLine)

/**
 * Who signs, who is sent it, and by what it can be told from another paper: on one page together with what stands
 * `before` it, unless it is `parted` for being higher than one.
 */
export function pdfClosing(
  { signature, proof, layout }: Paper,
  before: Content[],
  parted: ReadonlySet<Unparted>,
): Content {
  const { size } = layout
  const closing = {
    unbreakable: !parted.has(signature),
    unparted: signature,
    stack: [
      ...before,
      {
        margin: [0, paperLook.closingAbove, 0, 0],
        columns: [
          {
            fontSize: size.recipients,
            lineHeight: single,
            stack: [
              { text: signature.recipientsHead, bold: true, italics: true },
              ...signature.recipients,
              ...(proof === null ? [] : [qrOf(proof.address)]),
            ],
          },
          {
            alignment: 'center',
            stack: [
              { text: signature.onBehalf, bold: true },
              signature.office,
              { text: signature.name, bold: true, margin: [0, pointsOf(paperSides.hand), 0, 0] },
            ],
          },
        ],
      },
      // As wide as the page, for an address and a hash are words that nothing breaks.
      {
        fontSize: size.proof,
        lineHeight: single,
        margin: [0, paperLook.proofAbove, 0, 0],
        stack: proof?.words ?? [],
      },
    ] satisfies Content[],
  }
  return closing
}

function qrOf(address: string): Content {
  const side = pointsOf(paperSides.qr)
  const { size, path } = drawQr(address)
  return {
    margin: [0, paperLook.qrAbove, 0, 0],
    svg: `<svg viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
    fit: [side, side],
  }
}
