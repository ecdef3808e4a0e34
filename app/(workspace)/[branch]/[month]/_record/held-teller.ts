import type { ActOutcome, DeskPlan } from './desk-link.ts'

/** Where a browser keeps that it told something; a browser may keep nothing. */
export type ToldStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Tells the server, one after the other, how many changes this browser holds that did not arrive. That it tells is kept
 * before it does: an answer that is lost must not leave somebody known to hold what has long arrived.
 */
export class HeldTeller {
  readonly #send: (changes: number) => Promise<ActOutcome>
  readonly #store: ToldStore | null
  readonly #key: string
  #isTold = false
  /** Counts what was told, so that an answer takes back nothing that was told after its question. */
  #times = 0
  #last: Promise<void> | null = null

  constructor(
    { branchId, month }: DeskPlan,
    store: ToldStore | null,
    send: (changes: number) => Promise<ActOutcome>,
  ) {
    this.#key = `ban-viec.told.${branchId}.${month}`
    this.#store = store
    this.#send = send
    this.#isTold = store?.getItem(this.#key) != null
  }

  /** It holds so many, one at least. Goes out at once when nothing else is under way. */
  hold(changes: number): Promise<void> {
    this.#isTold = true
    this.#times += 1
    this.#store?.setItem(this.#key, String(changes))
    return this.#inTurn(async () => void (await this.#send(changes)))
  }

  /** It holds none any more; nothing is sent when nothing was told. False when nobody knows whether the server heard it. */
  async release(): Promise<boolean> {
    if (!this.#isTold) return true
    const times = this.#times
    await this.#inTurn(async () => {
      const { kind } = await this.#send(0)
      if (kind === 'noAnswer' || times !== this.#times) return
      this.#isTold = false
      this.#store?.removeItem(this.#key)
    })
    return !this.#isTold
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last === null ? work() : this.#last.then(work)
    const settled = turn.finally(() => {
      if (this.#last === settled) this.#last = null
    })
    this.#last = settled
    return settled
  }
}
