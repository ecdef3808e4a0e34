import type pg from 'pg'
import type { PlanContent } from '#domain/plan-content.ts'
import { inTransaction } from '../db/transaction.ts'
import { updatesOf } from './assemble-plan.ts'
import { packUpdates } from './fold-order.ts'
import { readSince, readStored, readUpTo } from './load-plan.ts'
import { OrderThread, ThreadEnded } from './order-thread.ts'
import type { PlanHead } from './plan-log.ts'
import type { ReadingAnswer, ReadingName, ReadingOrder, Readings } from './reading-order.ts'

/** A plan as committed, as of one moment, in plain values. */
export type CommittedPlan = PlanContent & PlanHead

const mostRemembered = 100
/** Most milliseconds that one reading may take; the largest plan takes seconds. All pages of the node share the thread. */
const mostMs = 20_000
const oneMoment = 'isolation level repeatable read read only'

/**
 * Reads committed plans in a thread, for pages and for what goes around among notices: nobody on the node waits for it.
 * A plan that did not change since is not read again, and one that did costs the rows since.
 */
export class PlanReader {
  readonly #thread = new OrderThread<ReadingOrder, ReadingAnswer>('reading-worker', {
    onEnd: () => this.#known.clear(),
    mostMs,
  })
  /** Up to where the thread was sent the rows of a plan. */
  readonly #known = new Map<string, bigint>()
  /** By plan, the one used last at the end. */
  readonly #contents = new Map<string, { seq: bigint; content: Promise<PlanContent> }>()

  /** What the plan says as of its head, or later. Throws when it cannot be read whole. */
  async read(pool: pg.Pool, head: PlanHead): Promise<CommittedPlan> {
    const held = this.#contents.get(head.planId)
    if (held && held.seq === head.seq) {
      this.#contents.delete(head.planId)
      this.#contents.set(head.planId, held)
      return { ...head, ...(await held.content) }
    }
    const asked = this.ask(pool, head.planId, 'content', null)
    const content = asked.then(({ answer }) => answer)
    this.#remember(head.planId, head.seq, content)
    const { answer, head: newest } = await asked
    if (newest.seq > head.seq) this.#remember(head.planId, newest.seq, content)
    return { ...newest, ...answer }
  }

  /**
   * Asks the thread about the committed plan as it is now. Throws when there is no such plan or it is not whole, and
   * `serverBusy` when it takes too long.
   */
  ask<Name extends ReadingName>(
    pool: pg.Pool,
    planId: string,
    wants: Name,
    about: Readings[Name]['about'],
  ): Promise<{ head: PlanHead; answer: Readings[Name]['answer'] }> {
    return askedTwice(() => this.#askNow(pool, planId, wants, about))
  }

  async #askNow<Name extends ReadingName>(
    pool: pg.Pool,
    planId: string,
    wants: Name,
    about: Readings[Name]['about'],
  ): Promise<{ head: PlanHead; answer: Readings[Name]['answer'] }> {
    const since = await this.#order(pool, planId, this.#known.get(planId) ?? 0n, wants, about)
    const whole = since ?? (await this.#order(pool, planId, 0n, wants, about))
    if (whole === null) throw new Error(`log: plan ${planId} was sent whole and is not known`)
    return whole
  }

  /** What the plan said as of a row; 0 is before the first. Throws when there is no such row. */
  readPast(pool: pg.Pool, planId: string, seq: bigint): Promise<PlanContent> {
    const key = `${planId}@${seq}`
    const held = this.#contents.get(key)
    if (held) return held.content
    const content = this.askPast(pool, planId, seq, 'content', null)
    this.#remember(key, seq, content)
    return content
  }

  close(): Promise<void> {
    return this.#thread.close()
  }

  /**
   * Asks the thread about the plan as of a row; nothing of it is remembered. Throws when there is no such row, and
   * `serverBusy` when it takes too long.
   */
  askPast<Name extends ReadingName>(
    pool: pg.Pool,
    planId: string,
    seq: bigint,
    wants: Name,
    about: Readings[Name]['about'],
  ): Promise<Readings[Name]['answer']> {
    return askedTwice(() => this.#askThen(pool, planId, seq, wants, about))
  }

  async #askThen<Name extends ReadingName>(
    pool: pg.Pool,
    planId: string,
    seq: bigint,
    wants: Name,
    about: Readings[Name]['about'],
  ): Promise<Readings[Name]['answer']> {
    const { head, updates } = await inTransaction(pool, oneMoment, (client) =>
      readUpTo(client, planId, seq),
    )
    const packed = packUpdates(updates)
    const answer = await this.#ask(
      { planId, isPast: true, after: 0n, seq: head.seq, wants, about, ...packed },
      [packed.bytes.buffer, packed.lengths.buffer],
    )
    if (!answer.isKnown) throw new Error(`log: plan ${planId} was sent and is not known`)
    return answer.answer
  }

  /** Null when the thread does not remember the plan as of `after`. */
  async #order<Name extends ReadingName>(
    pool: pg.Pool,
    planId: string,
    after: bigint,
    wants: Name,
    about: Readings[Name]['about'],
  ): Promise<{ head: PlanHead; answer: Readings[Name]['answer'] } | null> {
    const { head, updates } = await inTransaction(pool, oneMoment, async (client) => {
      if (after > 0n) return readSince(client, planId, after)
      const stored = await readStored(client, planId)
      return { head: stored.head, updates: updatesOf(stored) }
    })
    const packed = packUpdates(updates)
    const order = { planId, isPast: false, after, seq: head.seq, wants, about, ...packed }
    this.#known.set(planId, head.seq)
    const answer = await this.#ask(order, [packed.bytes.buffer, packed.lengths.buffer])
    return answer.isKnown ? { head: { ...head, seq: answer.seq }, answer: answer.answer } : null
  }

  async #ask<Name extends ReadingName>(
    order: ReadingOrder<Name>,
    handedOver: readonly ArrayBuffer[],
  ): Promise<ReadingAnswer<Name>> {
    // The thread answers what it was asked; that its answers are typed by their question cannot be told.
    return this.#thread.ask(order as ReadingOrder, handedOver) as Promise<ReadingAnswer<Name>>
  }

  #remember(planId: string, seq: bigint, content: Promise<PlanContent>): void {
    const held = { seq, content }
    this.#contents.delete(planId)
    this.#contents.set(planId, held)
    content.catch(() => {
      if (this.#contents.get(planId) === held) this.#contents.delete(planId)
    })
    const [oldest] = this.#contents.keys()
    if (this.#contents.size > mostRemembered && oldest) this.#contents.delete(oldest)
  }
}

/** Whoever only waited behind what made the thread end asks the next one. */
async function askedTwice<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    return ask()
  }
}
