import * as Y from 'yjs'
import { step2Frame, updateFrame } from './frames.ts'

/** What may follow the encoded document before it is encoded anew: few enough to be cheap for each newcomer. */
const mostUpdates = 100
const mostUpdateBytes = 65_536

/**
 * A document as newcomers get it who have nothing: one frame that all of them share, and behind it the updates
 * that came since it was made. A large plan is not encoded again for each of them, nor at each edit meanwhile.
 */
export class WholePlan {
  readonly #doc: Y.Doc
  #frames: Uint8Array[] = []
  #updateBytes = 0
  #bytes = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#encode()
  }

  /** The size of the document when it was last encoded. */
  get bytes(): number {
    return this.#bytes
  }

  /** A step 2 and the updates to follow it. */
  frames(): readonly Uint8Array[] {
    if (this.#frames.length === 0) this.#encode()
    return this.#frames
  }

  /** The document has grown by these. */
  add(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      if (this.#frames.length === 0) return
      this.#updateBytes += update.byteLength
      if (this.#frames.length > mostUpdates || this.#updateBytes > mostUpdateBytes) this.forget()
      else this.#frames.push(updateFrame(update))
    }
  }

  /** The next newcomer gets it encoded anew. */
  forget(): void {
    this.#frames = []
    this.#updateBytes = 0
  }

  #encode(): void {
    const state = Y.encodeStateAsUpdate(this.#doc)
    this.#bytes = state.byteLength
    this.#frames = [step2Frame(state)]
    this.#updateBytes = 0
  }
}
