import type { AnchoredPassage } from '#domain/advice/find-passages.ts'

/** A passage to mark and the thread that is about it. */
export interface MarkedPassage extends AnchoredPassage {
  threadId: string
  /** The thread that somebody has open. */
  isChosen: boolean
}

/** Hands the passages to mark to an editor that was made before they were known. */
export class PassageBoard {
  readonly #listeners = new Set<() => void>()
  #passages: readonly MarkedPassage[] = []
  #pick: (threadId: string) => void = () => undefined

  /** What to mark, and what a click on a mark does. */
  put(passages: readonly MarkedPassage[], pick: (threadId: string) => void): void {
    this.#pick = pick
    if (passages === this.#passages) return
    this.#passages = passages
    for (const listener of this.#listeners) listener()
  }

  readonly read = (): readonly MarkedPassage[] => this.#passages

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  pick(threadId: string): void {
    this.#pick(threadId)
  }
}
