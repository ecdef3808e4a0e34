/** Tokens that come back with time. It may be overdrawn once; then `waitMs` tells for how long to rest. */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
    this.#at = now
  }

  /** How many there are now; less than none while it is in debt. */
  left(now: number): number {
    const passed = Math.max(0, now - this.#at)
    this.#at = now
    this.#tokens = Math.min(this.#burst, this.#tokens + (passed * this.#perSecond) / 1000)
    return this.#tokens
  }

  /** Takes some and returns the milliseconds until the bucket is out of debt; 0 when it is not in debt. */
  take(amount: number, now: number): number {
    this.#tokens = this.left(now) - amount
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens * 1000) / this.#perSecond)
  }
}
