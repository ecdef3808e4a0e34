import * as Y from 'yjs'
import type { Clock } from '../log/clock.ts'
import { foldInto } from '../log/fold-rows.ts'
import { insist } from '../log/insist.ts'
import type { LoadedPlan, PlanLog } from '../log/plan-log.ts'
import { step2Frame } from './frames.ts'
import { WholePlan } from './whole-plan.ts'

/** What a change of the document adds for whoever held the document before it. */
export interface SharedChange {
  update: Uint8Array
  /** The state vector before it. */
  before(): Uint8Array
}

/** This node's copy of a plan's document: the committed rows up to `seq`, and who owns its client ids. */
export class PlanCopy {
  readonly planId: string
  readonly doc: Y.Doc
  readonly owners: Map<number, string | null>
  /** What the newest snapshot does not cover. */
  sinceSnapshot: { rows: number; bytes: number }
  #seq: bigint
  #measuredBytes: number
  readonly #whole: WholePlan
  readonly #epoch: number
  readonly #log: PlanLog
  readonly #clock: Clock

  constructor(loaded: LoadedPlan, log: PlanLog, clock: Clock) {
    this.planId = loaded.planId
    this.doc = loaded.doc
    this.owners = loaded.owners
    this.sinceSnapshot = loaded.sinceSnapshot
    this.#seq = loaded.seq
    this.#epoch = loaded.epoch
    this.#log = log
    this.#clock = clock
    this.#whole = new WholePlan(this.doc)
    this.#measuredBytes = this.#whole.bytes
  }

  get seq(): bigint {
    return this.#seq
  }

  /** What it weighs, generously counted. */
  get bytes(): number {
    return this.#measuredBytes
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** The frames that bring someone with this state vector up to date. */
  framesAfter(vector: Uint8Array): readonly Uint8Array[] {
    const isEmpty = vector.byteLength === 1 && vector[0] === 0
    return isEmpty ? this.#whole.frames() : [step2Frame(Y.encodeStateAsUpdate(this.doc, vector))]
  }

  /** Would it be larger than this with so many bytes more? Counts generously and measures when in doubt. */
  wouldExceed(mostBytes: number, moreBytes: number): boolean {
    if (this.#measuredBytes + moreBytes <= mostBytes) return false
    this.#whole.forget()
    this.#whole.frames()
    this.#measuredBytes = this.#whole.bytes
    return this.#measuredBytes + moreBytes > mostBytes
  }

  /** Adds the rows that follow, and hands out what they changed, merged and encoded once. */
  apply(updates: readonly Uint8Array[]): SharedChange | null {
    let change: SharedChange | null = null
    const [only] = updates
    if (only && updates.length === 1) {
      // What the gate wrote holds nothing but what is new: it need not be encoded again.
      this.doc.once('afterTransaction', ({ beforeState }: Y.Transaction) => {
        change = { update: only, before: () => Y.encodeStateVector(beforeState) }
      })
      foldInto(this.doc, updates)
    } else {
      const note = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, made: Y.Transaction) => {
        change = { update, before: () => Y.encodeStateVector(made.beforeState) }
      }
      this.doc.on('update', note)
      foldInto(this.doc, updates)
      this.doc.off('update', note)
    }
    this.#whole.add(updates)
    this.#seq += BigInt(updates.length)
    const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
    this.#measuredBytes += bytes
    this.sinceSnapshot.rows += updates.length
    this.sinceSnapshot.bytes += bytes
    return change
  }

  /**
   * Reads the log to its head, waiting for the database if it must, or to where a newer epoch begins: whoever
   * is at this one is not shown that.
   */
  async readOn(): Promise<SharedChange | null> {
    const all = await insist(this.#clock, () => this.#log.rowsAfter(this.planId, this.#seq))
    const rows = all.filter((row) => row.epoch <= this.#epoch)
    const last = rows.at(-1)
    if (!last) return null
    if (last.seq !== this.#seq + BigInt(rows.length)) throw new Error('log: rows are missing')
    const change = this.apply(rows.map((row) => row.data))
    await this.learnOwners([...this.doc.store.clients.keys()].filter((id) => !this.owners.has(id)))
    return change
  }

  async learnOwners(clientIds: readonly number[]): Promise<void> {
    if (clientIds.length === 0) return
    const owners = await insist(this.#clock, () => this.#log.ownersOf(this.planId, clientIds))
    for (const clientId of clientIds) this.owners.set(clientId, owners.get(clientId) ?? null)
  }
}
