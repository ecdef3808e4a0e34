import type pg from 'pg'
import { packUpdates } from './fold-order.ts'
import type { HistoryAnswer, HistoryOrder, HistoryPage, HistoryQuestion } from './history-order.ts'
import { OrderThread } from './order-thread.ts'

interface AuthoredRow {
  seq: string
  author: string | null
  at: Date
  data: Buffer
}

const readHead = { name: 'history-head', text: 'select head_seq from plan where id = $1' }
const readRows = {
  name: 'history-rows',
  text: `select seq, author, at, data from plan_update
          where plan_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
}

/** Rows that are on their way to the thread at once. */
const rowsAtOnce = 10_000

/**
 * Tells the history of plans, from the rows of their logs and nothing else, in a thread of its own: a long history takes
 * seconds. The thread keeps the histories asked for lately, so that asking again costs the rows since.
 */
export class HistoryReader {
  readonly #thread = new OrderThread<HistoryOrder, HistoryAnswer>('history-worker', {
    onEnd: () => this.#known.clear(),
  })
  /** Up to where the thread has the rows of a plan. */
  readonly #known = new Map<string, number>()
  /** One question about a plan after the other, so that rows arrive in their order. */
  readonly #turns = new Map<string, Promise<unknown>>()

  /** Throws when there is no such plan or a row is missing. */
  read(pool: pg.Pool, planId: string, question: HistoryQuestion): Promise<HistoryPage> {
    const before = this.#turns.get(planId) ?? Promise.resolve()
    const turn = before.then(() => this.#read(pool, planId, question))
    const settled = turn
      .catch(() => undefined)
      .finally(() => {
        if (this.#turns.get(planId) === settled) this.#turns.delete(planId)
      })
    this.#turns.set(planId, settled)
    return turn
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  async #read(pool: pg.Pool, planId: string, question: HistoryQuestion): Promise<HistoryPage> {
    const since = this.#known.get(planId) ?? 0
    const page =
      (await this.#ask(pool, planId, since, question)) ??
      (since > 0 ? await this.#ask(pool, planId, 0, question) : null)
    if (page === null) throw new Error(`log: history of plan ${planId} was begun and is not known`)
    return page
  }

  /** Null when the thread does not have the history up to there. */
  async #ask(
    pool: pg.Pool,
    planId: string,
    since: number,
    question: HistoryQuestion,
  ): Promise<HistoryPage | null> {
    const heads = await pool.query<{ head_seq: string }>({ ...readHead, values: [planId] })
    if (!heads.rows[0]) throw new Error(`log: no plan ${planId}`)
    const head = Number(heads.rows[0].head_seq)
    for (let after = since; ; ) {
      const rows = await rowsAfter(pool, planId, after, head)
      const reached = after + rows.length
      const answer = await this.#send(planId, after, rows, reached < head ? null : question)
      if (!answer.isKnown) return null
      this.#known.set(planId, reached)
      if (reached >= head) return answer.page
      after = reached
    }
  }

  async #send(
    planId: string,
    after: number,
    rows: readonly AuthoredRow[],
    question: HistoryQuestion | null,
  ): Promise<HistoryAnswer> {
    const packed = packUpdates(rows.map(({ data }) => data))
    const personIds = rows.map(({ author }) => author)
    const times = Float64Array.from(rows, ({ at }) => at.getTime())
    const order: HistoryOrder = { planId, after, ...packed, personIds, times, question }
    this.#known.delete(planId)
    return this.#thread.ask(order, [packed.bytes.buffer, packed.lengths.buffer, times.buffer])
  }
}

async function rowsAfter(
  pool: pg.Pool,
  planId: string,
  after: number,
  head: number,
): Promise<AuthoredRow[]> {
  const values = [planId, after, head, rowsAtOnce]
  const { rows } = await pool.query<AuthoredRow>({ ...readRows, values })
  const isWhole = rows.every(({ seq }, index) => Number(seq) === after + index + 1)
  if (!isWhole || (rows.length === 0 && after < head)) {
    throw new Error(`log: rows of plan ${planId} are missing`)
  }
  return rows
}
