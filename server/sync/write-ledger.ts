/**
 * Counts the write frames of one connection and tells how many of them, from the first on, are decided. A
 * frame with a gap is decided by a later step 2, which repeats it.
 */
export class WriteLedger {
  /** Undecided frames by ordinal, rising. */
  readonly #open = new Map<number, 'pending' | 'gap'>()
  #count = 0

  /** Notes the next write frame and returns its ordinal, from 1. */
  next(): number {
    this.#count += 1
    this.#open.set(this.#count, 'pending')
    return this.#count
  }

  decide(ordinal: number): void {
    this.#open.delete(ordinal)
  }

  waitForStep2(ordinal: number): void {
    if (this.#open.has(ordinal)) this.#open.set(ordinal, 'gap')
  }

  /** A step 2 is durable: so is everything that its sender held when it was made. */
  decideStep2(ordinal: number): void {
    for (const earlier of this.gapsBefore(ordinal)) this.#open.delete(earlier)
    this.#open.delete(ordinal)
  }

  /** The frames before this one that wait for a step 2, in order. */
  gapsBefore(ordinal: number): number[] {
    const gaps: number[] = []
    for (const [earlier, state] of this.#open) {
      if (earlier >= ordinal) break
      if (state === 'gap') gaps.push(earlier)
    }
    return gaps
  }

  /** All frames up to this one are decided. */
  get decided(): number {
    for (const first of this.#open.keys()) return first - 1
    return this.#count
  }
}
