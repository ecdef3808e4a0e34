import type { Paper } from '#domain/papers/paper.ts'
import type { QrPicture } from '#domain/papers/qr-picture.ts'
import { inOrder } from './in-order.ts'

export interface PaperClosingProps extends Pick<Paper, 'signature' | 'proof'> {
  /** Of the proof's address. */
  qr: QrPicture | null
}

/** Who signs, who is sent it, and by what it can be told from another paper. */
export function PaperClosing({ signature, proof, qr }: PaperClosingProps) {
  return (
    <>
      <div className="paper-sign">
        <div className="paper-recipients">
          <p>{signature.recipientsHead}</p>
          {inOrder(signature.recipients, (line) => (
            <p>{line}</p>
          ))}
          {qr === null ? null : (
            <svg
              aria-hidden="true"
              className="paper-qr"
              shapeRendering="crispEdges"
              viewBox={`0 0 ${qr.size} ${qr.size}`}
            >
              <path d={qr.path} />
            </svg>
          )}
        </div>
        <div className="paper-hand">
          <p>
            <b>{signature.onBehalf}</b>
          </p>
          <p>{signature.office}</p>
          <p>{signature.name}</p>
        </div>
      </div>
      {proof === null ? null : (
        <div className="paper-proof">
          {inOrder(proof.words, (line) => (
            <p>{line}</p>
          ))}
        </div>
      )}
    </>
  )
}
