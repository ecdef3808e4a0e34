import type * as Y from 'yjs'
import type { PlanBatch } from '../log/plan-log.ts'
import { Horizon, Layer } from './horizon.ts'
import { mergeByAuthor } from './merge-by-author.ts'

/** Who sent a write, as far as the queue and its room care. */
export interface Writer {
  readonly personId: string
  readonly sessionId: string
  /** The plan's rights_rev before this one's right was last read. */
  readonly rightsRev: bigint
}

/** One write frame on its way into the log. `update` is null when it adds nothing to what is before it. */
export interface Entry<W extends Writer> {
  writer: W
  ordinal: number
  isStep2: boolean
  /** As it came, to be judged again when something before it is not taken after all. */
  bytes: Uint8Array
  update: Uint8Array | null
}

/** What the log is given of a batch. */
export type QueuedBatch = Pick<PlanBatch, 'rows' | 'authors' | 'claims'>

/** The writes of one plan between gate and log: those in a commit, and behind them those that gather. */
export class WriteQueue<W extends Writer> {
  #inFlight: Entry<W>[] = []
  #inFlightLayer = new Layer()
  #gathering: Entry<W>[] = []
  #gatheringLayer = new Layer()
  /** While each writer's writes go into a commit of their own: what each of the gathering adds. */
  #apart: (Layer | null)[] | null = null
  #batch: QueuedBatch = { rows: [], authors: [], claims: [] }
  #bytes = 0
  #waitingForSpace: (() => void)[] = []

  get isEmpty(): boolean {
    return this.#inFlight.length === 0 && this.#gathering.length === 0
  }

  get bytes(): number {
    return this.#bytes
  }

  get inFlight(): readonly Entry<W>[] {
    return this.#inFlight
  }

  /**
   * How far back the rights go that the writes in flight stand on; `present` if no one's is older. Someone whose
   * right is gone, or was not read since it may be, holds an old one: the log then refuses the batch, and rights
   * are read before anything is written.
   */
  oldestRightsRev(present: bigint): bigint {
    let oldest = present
    for (const { writer, update } of this.#inFlight) {
      if (update !== null && writer.rightsRev < oldest) oldest = writer.rightsRev
    }
    return oldest
  }

  /** Everyone with a write in here, also those who have left. */
  get writers(): Set<W> {
    return new Set([...this.#inFlight, ...this.#gathering].map((entry) => entry.writer))
  }

  horizonOver(doc: Y.Doc, owners: ReadonlyMap<number, string | null>): Horizon {
    return new Horizon(doc, owners, [this.#inFlightLayer, this.#gatheringLayer])
  }

  add(entry: Entry<W>, layer: Layer | null): void {
    this.#gathering.push(entry)
    this.#bytes += entry.bytes.byteLength
    if (layer) this.#gatheringLayer.absorb(layer)
    this.#apart?.push(layer)
  }

  /** Empties it as `clear` does. Until it is empty again, no commit holds the writes of two writers. */
  takeApart(): readonly Entry<W>[] {
    const entries = this.clear()
    this.#apart = []
    return entries
  }

  /** What goes into the next commit: what gathered, or again what is in flight and not settled. */
  take(): QueuedBatch {
    if (this.#inFlight.length === 0) {
      if (this.#apart === null) this.#takeAll()
      else this.#takeFirstWriter(this.#apart)
      this.#batch = batchOf(this.#inFlight, this.#inFlightLayer)
    }
    return this.#batch
  }

  #takeAll(): void {
    this.#inFlight = this.#gathering
    this.#inFlightLayer = this.#gatheringLayer
    this.#gathering = []
    this.#gatheringLayer = new Layer()
  }

  #takeFirstWriter(layers: (Layer | null)[]): void {
    const [first] = this.#gathering
    const next = this.#gathering.findIndex(({ writer }) => writer !== first?.writer)
    const count = next < 0 ? this.#gathering.length : next
    this.#inFlight = this.#gathering.splice(0, count)
    this.#inFlightLayer = joined(layers.splice(0, count))
    this.#gatheringLayer = joined(layers)
    if (layers.length === 0) this.#apart = null
  }

  /** Null when no more than so many bytes wait here; else settles once that is so. */
  whenBelow(bytes: number): Promise<void> | null {
    return this.#bytes <= bytes ? null : this.#untilBelow(bytes)
  }

  async #untilBelow(bytes: number): Promise<void> {
    while (this.#bytes > bytes) {
      await new Promise<void>((resolve) => this.#waitingForSpace.push(resolve))
    }
  }

  #makeSpace(bytes: number): void {
    this.#bytes -= bytes
    for (const resume of this.#waitingForSpace.splice(0)) resume()
  }

  /** The commit in flight is in the log. */
  settle(): readonly Entry<W>[] {
    const entries = this.#inFlight
    this.#makeSpace(entries.reduce((sum, entry) => sum + entry.bytes.byteLength, 0))
    this.#inFlight = []
    this.#inFlightLayer = new Layer()
    return entries
  }

  /** Empties the queue and gives back everything in order, to be judged anew. */
  clear(): readonly Entry<W>[] {
    const entries = [...this.#inFlight, ...this.#gathering]
    this.#inFlight = []
    this.#gathering = []
    this.#inFlightLayer = new Layer()
    this.#gatheringLayer = new Layer()
    if (this.#apart) this.#apart = []
    this.#makeSpace(this.#bytes)
    return entries
  }
}

function joined(layers: readonly (Layer | null)[]): Layer {
  const all = new Layer()
  for (const layer of layers) if (layer) all.absorb(layer)
  return all
}

/** What adds nothing is no row; its author need not hold a right. */
function batchOf(entries: readonly Entry<Writer>[], layer: Layer): QueuedBatch {
  const adding = entries.flatMap(({ writer, update }) => (update ? [{ writer, update }] : []))
  const authors = new Map(adding.map(({ writer }) => [writer.sessionId, writer.personId]))
  return {
    rows: mergeByAuthor(adding.map(({ writer, update }) => ({ author: writer.personId, update }))),
    authors: [...authors].map(([sessionId, personId]) => ({ sessionId, personId })),
    claims: [...layer.claims].map(([clientId, personId]) => ({ clientId, personId })),
  }
}
