import * as Y from 'yjs'

/** What the link does next with one of the updates under way. */
export interface LinkAct {
  from: number
  to: number
  /** Which of the waiting updates, counted round. */
  pick: number
  how: 'deliver' | 'duplicate' | 'drop'
}

/** Documents joined by links that delay, reorder, double and lose; `heal` resyncs by state vectors. */
export class LossyLink {
  readonly #docs: readonly Y.Doc[]
  readonly #waiting = new Map<string, Uint8Array[]>()

  constructor(docs: readonly Y.Doc[]) {
    this.#docs = docs
    docs.forEach((doc, from) => {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'link') return
        for (let to = 0; to < docs.length; to += 1)
          if (to !== from) this.#queue(from, to).push(update)
      })
    })
  }

  act({ from, to, pick, how }: LinkAct): void {
    const queue = this.#queue(from, to)
    const at = queue.length === 0 ? 0 : pick % queue.length
    const update = queue[at]
    const doc = this.#docs[to]
    if (update === undefined || doc === undefined) return
    if (how !== 'duplicate') queue.splice(at, 1)
    if (how !== 'drop') Y.applyUpdate(doc, update, 'link')
  }

  /** Once from all to the first, once back: enough for everybody to know everything. */
  heal(): void {
    const [hub, ...others] = this.#docs
    if (!hub) return
    for (const doc of others) {
      Y.applyUpdate(hub, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(hub)), 'link')
    }
    for (const doc of others) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub, Y.encodeStateVector(doc)), 'link')
    }
  }

  #queue(from: number, to: number): Uint8Array[] {
    const key = `${from}>${to}`
    const queue = this.#waiting.get(key) ?? []
    this.#waiting.set(key, queue)
    return queue
  }
}
