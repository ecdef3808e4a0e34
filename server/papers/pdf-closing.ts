import type { Content } from 'pdfmake/interfaces'
import type { Paper } from '#domain/papers/paper.ts'
import { drawQr } from './draw-qr.ts'
import { pointsOf } from './millimetres.ts'
import { qrSide } from './qr-side.ts'

/**
 * Who signs, who is sent it, and by what it can be told from another paper: on one page together with what stands
 * `before` it.
 */
export function pdfClosing({ signature, proof, layout }: Paper, before: Content[]): Content {
  const { size } = layout
  return {
    unbreakable: true,
    stack: [
      ...before,
      {
        margin: [0, 10, 0, 0],
        columns: [
          {
            fontSize: size.recipients,
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
              { text: signature.name, bold: true, margin: [0, pointsOf(17), 0, 0] },
            ],
          },
        ],
      },
      // As wide as the page, for an address and a hash are words that nothing breaks.
      { fontSize: size.proof, lineHeight: 1, margin: [0, 2, 0, 0], stack: proof?.words ?? [] },
    ],
  }
}

function qrOf(address: string): Content {
  const side = pointsOf(qrSide)
  const { size, path } = drawQr(address)
  return {
    margin: [0, 4, 0, 0],
    svg: `<svg viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
    fit: [side, side],
  }
}
