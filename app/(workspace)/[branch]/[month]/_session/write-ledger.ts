import type { WriteKind } from './counting-socket.ts'

interface Undecided {
  /** The write frame of this connection that carries the update; null while none has. */
  frame: number | null
  /** When the person made it, in milliseconds. */
  at: number
}

/**
 * Which of a person's own updates the server has decided, told from the frames that left and from the
 * server's count. An update made while connected leaves as one frame; one made while not connected travels
 * in the next step 2. SPEC of the count: docs/protocol.md, frames 101 and 102.
 */
export class WriteLedger {
  #sent = 0
  #decided = 0
  #firstStep2: number | null = null
  #refusedFrom: number | null = null
  /** The update frame that left last and that no update has been matched with yet. */
  #unclaimed: number | null = null
  #connected = false
  #connectedAt = 0
  #lastSentAt = 0
  readonly #undecided = new Map<string, Undecided>()

  /** A new connection: nothing of it is sent, and whatever was under way on the old one must go again. */
  connectionBegan(now: number): void {
    this.#reset()
    this.#connected = true
    this.#connectedAt = now
  }

  connectionEnded(): void {
    this.#reset()
    this.#connected = false
  }

  #reset(): void {
    this.#sent = 0
    this.#decided = 0
    this.#firstStep2 = null
    this.#refusedFrom = null
    this.#unclaimed = null
    for (const update of this.#undecided.values()) update.frame = null
  }

  wrote(kind: WriteKind, now: number): void {
    this.#sent += 1
    this.#lastSentAt = now
    if (kind === 'update') {
      this.#unclaimed = this.#sent
      return
    }
    this.#firstStep2 ??= this.#sent
    for (const update of this.#undecided.values()) update.frame ??= this.#sent
  }

  /** The document has updates of one's own; if they just left as one frame, that frame decides them. */
  made(ids: readonly string[], now: number): void {
    const frame = this.#unclaimed
    this.#unclaimed = null
    for (const id of ids) this.#undecided.set(id, { frame, at: now })
  }

  /** Frames up to `count` are decided; returns the updates that are now durable. */
  decided(count: number): string[] {
    this.#decided = Math.max(this.#decided, Math.min(count, this.#sent))
    const last =
      this.#refusedFrom === null ? this.#decided : Math.min(this.#decided, this.#refusedFrom - 1)
    return this.#take((frame) => frame <= last)
  }

  /** Frame `frame` and every later one were not taken; returns the updates that travelled in them. */
  refused(frame: number): string[] {
    this.#refusedFrom = Math.min(frame, this.#refusedFrom ?? frame)
    return this.#take((carrier) => carrier >= frame)
  }

  /** Forgets updates that are known to be durable by other means. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.#undecided.delete(id)
  }

  /** Nothing of one's own is outstanding and this connection's step 2 has been decided. */
  isSaved(): boolean {
    return (
      this.#connected &&
      this.#firstStep2 !== null &&
      this.#decided >= this.#firstStep2 &&
      this.#decided === this.#sent &&
      this.#refusedFrom === null &&
      this.#undecided.size === 0
    )
  }

  /** Own updates that are not decided. */
  get undecided(): number {
    return this.#undecided.size
  }

  /** Since when the server of this connection owes an answer, in milliseconds; null when it owes none. */
  get waitingSince(): number | null {
    if (!this.#connected) return null
    for (const oldest of this.#undecided.values()) return Math.max(oldest.at, this.#connectedAt)
    if (this.#firstStep2 === null) return this.#connectedAt
    return this.#decided < this.#sent ? this.#lastSentAt : null
  }

  /** The write frames of this connection so far, and how many of them are decided. */
  get count(): { sent: number; decided: number } {
    return { sent: this.#sent, decided: this.#decided }
  }

  /** Everything before the refused frame is decided, so nothing more is to come on this connection. */
  isRefusalComplete(): boolean {
    return this.#refusedFrom !== null && this.#decided >= this.#refusedFrom - 1
  }

  #take(matches: (frame: number) => boolean): string[] {
    const taken: string[] = []
    for (const [id, { frame }] of this.#undecided) {
      if (frame !== null && matches(frame)) taken.push(id)
    }
    for (const id of taken) this.#undecided.delete(id)
    return taken
  }
}
