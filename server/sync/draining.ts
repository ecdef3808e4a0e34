/** Less than this in all the time that is given is no progress. */
const leastBytes = 16 * 1024

/** Tells a socket that drains slowly, which is a bad line, from one that nobody reads. */
export class Draining {
  #sent = 0
  #leftAtMark = 0
  #markedAt: number | null = null

  noteSent(bytes: number): void {
    this.#sent += bytes
  }

  /** For how many milliseconds hardly anything has left; 0 while no more than `fine` bytes wait. */
  stalledMs(bufferedBytes: number, fine: number, now: number): number {
    const left = this.#sent - bufferedBytes
    if (bufferedBytes <= fine) this.#markedAt = null
    else if (this.#markedAt === null || left >= this.#leftAtMark + leastBytes) {
      this.#markedAt = now
      this.#leftAtMark = left
    }
    return this.#markedAt === null ? 0 : now - this.#markedAt
  }
}
