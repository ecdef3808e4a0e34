import type { Paper } from '#domain/papers/paper.ts'
import { inOrder } from './in-order.ts'

/** The head in two columns and the title. */
export function PaperOpening({ head, title }: Pick<Paper, 'head' | 'title'>) {
  return (
    <>
      <header className="paper-head">
        <div>
          <p>{head.above}</p>
          <p>
            <b>{head.issuer}</b>
          </p>
          <p>*</p>
          <p>{head.number}</p>
        </div>
        <div>
          <p className="paper-party">
            <span>{head.party}</span>
          </p>
          <p className="paper-date">{head.date}</p>
          {head.mark === null ? null : <p className="paper-mark">{head.mark}</p>}
        </div>
      </header>
      <div className="paper-title">
        <h2>{title.kind}</h2>
        {inOrder(title.about, (line) => (
          <p className="paper-about">{line}</p>
        ))}
        {title.remark === null ? null : <p className="paper-remark">{title.remark}</p>}
        <p className="paper-rule">-----</p>
      </div>
    </>
  )
}
