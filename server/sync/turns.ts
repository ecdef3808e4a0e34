/** A row of things to do, one at a time, in the order they came. */
export class Turns {
  readonly #onFailure: (error: unknown) => void
  #last: Promise<void> = Promise.resolve()
  #isOver = false

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure
  }

  /** Settles when the work is done, has failed, or is no longer wanted. Never rejects. */
  take(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last
      .then(() => (this.#isOver ? undefined : work()))
      .catch((error: unknown) => this.#onFailure(error))
    return this.#last
  }

  /** What has not begun is not done any more. */
  end(): void {
    this.#isOver = true
  }
}
