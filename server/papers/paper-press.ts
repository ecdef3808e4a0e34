import type { Paper } from '#domain/papers/paper.ts'
import { OrderThread } from '../log/order-thread.ts'
import type { DrawnPaper, PaperFile, PaperOrder } from './paper-order.ts'
import { type PressCustomer, PressQueue } from './press-queue.ts'

/** What the press must know of a record that is kept. */
export interface KeptRecord {
  json: string
  code: string
  sha256: string
}

/** Draws papers in a thread, one after the other, and never while anything is locked. */
export class PaperPress {
  readonly #thread = new OrderThread<PaperOrder, DrawnPaper>('../papers/paper-worker')
  readonly #queue = new PressQueue()

  /**
   * A file of one form of a record, `plan-1`; `house` is the address that stands on it. Throws `serverBusy` as the queue
   * does.
   */
  draw(
    { json, code, sha256 }: KeptRecord,
    form: string,
    file: PaperFile,
    house: string,
    customer: PressCustomer,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#carryOut({ json, form, file, code, sha256, house }, customer)
  }

  /** A file of a paper that is no record's. Throws as above. */
  drawPaper(
    paper: Paper,
    file: PaperFile,
    customer: PressCustomer,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.#carryOut({ paper, file }, customer)
  }

  close(): Promise<void> {
    this.#queue.close()
    return this.#thread.close()
  }

  async #carryOut(order: PaperOrder, customer: PressCustomer): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#queue.turn(customer, () => this.#thread.ask(order))).bytes
  }
}
