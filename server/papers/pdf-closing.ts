import type { Content } from 'pdfmake/interfaces'
import type { Paper } from '#domain/papers/paper.ts'
import { drawQr } from './draw-qr.ts'
import { pointsOf } from './millimetres.ts'

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
              ...(proof === null ? [] : [proofOf(proof, size.proof)]),
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
    ],
  }
}

function proofOf({ address, words }: NonNullable<Paper['proof']>, fontSize: number): Content {
  const side = pointsOf(18)
  const { size, path } = drawQr(address)
  return {
    margin: [0, pointsOf(3), 0, 0],
    columnGap: pointsOf(3),
    columns: [
      {
        width: side,
        svg: `<svg viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
        fit: [side, side],
      },
      { width: '*', fontSize, lineHeight: 1, stack: [...words] },
    ],
  }
}
