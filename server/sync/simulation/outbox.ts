/** One own update that is not decided. */
export interface Unsent {
  readonly update: Uint8Array
  /** The epoch that it was made at. */
  readonly epoch: number
  /** The write frame of this connection that carries it; null while none has. */
  frame: number | null
  /** Made by an earlier life of the page; it goes out again after the next sync. */
  isLeft: boolean
}

/**
 * What a browser keeps until it is decided, and which frame of the present connection carries what. It survives
 * the page, not a refusal.
 */
export class Outbox {
  readonly items = new Set<Unsent>()
  sent = 0
  decided = 0
  step2At: number | null = null
  refusedFrom: number | null = null

  /** A new connection: whatever was under way on the old one must go again. */
  connectionBegan(): void {
    this.sent = 0
    this.decided = 0
    this.step2At = null
    this.refusedFrom = null
    for (const item of this.items) item.frame = null
  }

  /** The page was closed; what it held in memory is gone, this is not. */
  pageEnded(): void {
    for (const item of this.items) {
      item.frame = null
      item.isLeft = true
    }
  }

  made(update: Uint8Array, epoch: number, frame: number | null): void {
    this.items.add({ update, epoch, frame, isLeft: false })
  }

  sentStep2(): void {
    this.sent += 1
    this.step2At ??= this.sent
    for (const item of this.items) if (!item.isLeft) item.frame ??= this.sent
  }

  sentUpdate(): number {
    this.sent += 1
    return this.sent
  }

  /** Frames up to `count` are decided; returns what is durable thereby. */
  decide(count: number): Unsent[] {
    this.decided = Math.max(this.decided, Math.min(count, this.sent))
    const last = Math.min(this.decided, (this.refusedFrom ?? Number.POSITIVE_INFINITY) - 1)
    return this.#take((frame) => frame <= last)
  }

  /** Frame `from` and every later one were not taken; returns what travelled in them. */
  refuse(from: number): Unsent[] {
    this.refusedFrom = Math.min(from, this.refusedFrom ?? from)
    return this.#take((frame) => frame >= from)
  }

  settle(items: Iterable<Unsent>): void {
    for (const item of items) this.items.delete(item)
  }

  /** What earlier pages left of this epoch. */
  leftOf(epoch: number): Unsent[] {
    return [...this.items].filter(
      (item) => item.isLeft && item.frame === null && item.epoch === epoch,
    )
  }

  /** The epochs that anything is left of. */
  get epochs(): number[] {
    return [...new Set([...this.items].map((item) => item.epoch))]
  }

  /** As the browser's screen says it, apart from being connected. */
  get isSaved(): boolean {
    return (
      this.step2At !== null &&
      this.decided === this.sent &&
      this.refusedFrom === null &&
      this.items.size === 0
    )
  }

  #take(matches: (frame: number) => boolean): Unsent[] {
    const taken = [...this.items].filter((item) => item.frame !== null && matches(item.frame))
    this.settle(taken)
    return taken
  }
}
