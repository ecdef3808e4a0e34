import type { SavingFacts } from './saving-state.ts'

/** Hints to try again come in bursts; one in this many milliseconds is enough. */
const hintEveryMs = 2_000

/** How the connection fares: since when it is gone, which attempt this is, when the next one comes. */
export class ConnectionCourse {
  connection: SavingFacts['connection'] = 'connecting'
  lostSince: number | null = null
  retryAt: number | null = null
  attempt = 0
  isRetryByHand = false
  #hintedAt = Number.NEGATIVE_INFINITY

  connecting(): void {
    this.connection = 'connecting'
    this.attempt += 1
  }

  connected(): void {
    this.connection = 'connected'
  }

  /** The server's state has come: whatever was wrong before is over. */
  synced(): void {
    this.lostSince = null
    this.attempt = 0
    this.isRetryByHand = false
  }

  lost(retryAt: number | null, now: number): void {
    this.connection = 'lost'
    this.lostSince ??= now
    this.retryAt = retryAt
    this.isRetryByHand = false
  }

  /** Is a hint worth an attempt now? */
  heeds(now: number): boolean {
    if (this.connection !== 'lost' || now - this.#hintedAt < hintEveryMs) return false
    this.#hintedAt = now
    return true
  }

  facts() {
    const { connection, lostSince, retryAt, attempt, isRetryByHand } = this
    return { connection, lostSince, retryAt, attempt, isRetryByHand }
  }
}
