import type { Paper } from '#domain/papers/paper.ts'
import type { FormKind, MonthRecord } from '#domain/record/month-record.ts'
import { OrderThread } from '../log/order-thread.ts'
import type { DrawnPaper, PaperFile, PaperOrder } from './paper-order.ts'

/** What the press must know of a record that is kept. */
export interface KeptRecord {
  json: string
  code: string
  sha256: string
}

/** Draws papers in a thread, one after the other, and never while anything is locked. */
export class PaperPress {
  readonly #thread = new OrderThread<PaperOrder, DrawnPaper>('../papers/paper-worker')

  /** A file of one form of a record; `house` is the address that stands on it. */
  async draw(
    { json, code, sha256 }: KeptRecord,
    kind: FormKind,
    file: PaperFile,
    house: string,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { forms } = JSON.parse(json) as MonthRecord
    const order = { json, form: forms[kind], file, code, sha256, house }
    return (await this.#thread.ask(order)).bytes
  }

  /** A file of a paper that is no record's. */
  async drawPaper(paper: Paper, file: PaperFile): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#thread.ask({ paper, file })).bytes
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
