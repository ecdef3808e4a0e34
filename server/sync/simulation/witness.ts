import * as Y from 'yjs'
import { hasGap } from '#domain/plan-doc.ts'
import { planRight } from '#domain/rights.ts'
import { mayWrite } from '#domain/wire.ts'
import { foldInto, openPlanDoc } from '../../log/fold-rows.ts'
import type { MemoryPlan, MemoryRow } from '../../log/memory-log.ts'
import type { MemoryPeople } from '../../log/memory-people.ts'
import type { PlanBatch } from '../../log/plan-log.ts'
import { firstSound } from '../../log/plan-snapshot.ts'
import { readFrame } from '../frames.ts'
import type { Room } from '../room.ts'
import { isContained, isSameDoc } from './contained.ts'
import { PresenceWitness } from './presence-witness.ts'

/** Something that must never be was. */
export class Violation extends Error {}

interface Copy {
  readonly doc: Y.Doc
  seq: bigint
  isDirty: boolean
}

/**
 * Sees every commit, every frame that a node sends and every "saved" that a client believes, and holds them
 * against the committed rows, folded by itself.
 */
export class Witness {
  /** The first thing that went wrong. */
  violation: Violation | null = null
  /** All committed rows, folded as they came. */
  readonly committed = openPlanDoc()
  readonly presence: PresenceWitness
  readonly #people: () => MemoryPeople
  readonly #saved: { update: Uint8Array; who: string }[] = []
  #seq = 0n
  readonly #rowKeys = new Set<string>()
  readonly #batches = new WeakSet<object>()
  readonly #sound = new WeakSet<Uint8Array>()
  readonly #copies = new WeakMap<Room, Copy>()
  #snapshot: object | null = null

  constructor(people: () => MemoryPeople) {
    this.#people = people
    this.presence = new PresenceWitness((what) => this.blame(what))
  }

  blame(what: string): void {
    this.violation ??= new Violation(what)
  }

  /** The server's own first row. */
  began(plan: MemoryPlan): void {
    for (const row of plan.rows) this.#fold(row)
  }

  /** Called by the store at the moment of each commit. */
  written(plan: MemoryPlan, batch: PlanBatch, rows: readonly MemoryRow[]): void {
    if (plan.status === 'finalised') this.blame('(8) a row was written while finalised')
    if (this.#batches.has(batch.rows)) this.blame('(5) one batch was written twice')
    this.#batches.add(batch.rows)
    const people = this.#people()
    for (const row of rows) {
      if (row.epoch !== plan.epoch) this.blame('(8) a row of another epoch was written')
      const key = `${row.author} ${row.batchId}`
      if (this.#rowKeys.has(key)) this.blame('(5) two rows of one author in one batch')
      this.#rowKeys.add(key)
      const sessions = batch.authors.filter(({ personId }) => personId === row.author)
      const holding = sessions.map(({ sessionId }) => people.holding(sessionId))
      const place = { unitId: plan.branchId, above: [] }
      const mayAll = holding.every((session) => {
        const right = session && planRight(session.grants, place)
        return right !== null && mayWrite(right)
      })
      if (sessions.length === 0 || !mayAll) {
        this.blame('(7) a row was written without session or right')
      }
      this.#fold(row)
    }
  }

  #fold(row: MemoryRow): void {
    if (row.seq !== this.#seq + 1n) this.blame('(5) the sequence has a hole or a double')
    this.#seq = row.seq
    foldInto(this.committed, [row.data])
  }

  /** A node sends a frame to a client. */
  sent(frame: Uint8Array, to: object): void {
    if (frame[0] === 1) this.presence.told(frame, to)
    if (frame[0] !== 0 || this.#sound.has(frame)) return
    this.#sound.add(frame)
    const read = readFrame(frame)
    if (read?.kind === 'write' && !isContained(read.update, this.committed)) {
      this.blame('(3) something was shared that is not committed')
    }
  }

  /** A client was told that this update of its own is durable. */
  saved(update: Uint8Array, who: string): void {
    this.#saved.push({ update, who })
    if (!isContained(update, this.committed)) {
      this.blame(`(1) an update of ${who} was called saved and is not committed`)
    }
  }

  /** A client was told that this refused update lies with the secretary in these parts. */
  keptLate(update: Uint8Array, parts: readonly Uint8Array[]): void {
    const doc = openPlanDoc()
    for (const part of [Y.encodeStateAsUpdate(this.committed), ...parts]) Y.applyUpdate(doc, part)
    if (!isContained(update, doc)) this.blame('(11) a late edit was named and is not kept whole')
  }

  get savedCount(): number {
    return this.#saved.length
  }

  /** After every step. */
  look(plan: MemoryPlan | null, rooms: Iterable<Room>): void {
    if (!plan) return
    if (hasGap(this.committed)) this.blame('(4) the committed rows leave a gap')
    if (BigInt(plan.rows.length) !== this.#seq) this.blame('(5) rows are gone')
    for (const room of rooms) this.#lookAt(room, plan)
    const snapshot = firstSound(plan.snapshots)
    if (snapshot && snapshot !== this.#snapshot) {
      this.#snapshot = snapshot
      const later = plan.rows.filter((row) => row.seq > snapshot.seq)
      const doc = openPlanDoc()
      foldInto(doc, [snapshot.state, ...later.map((row) => row.data)])
      if (!isSameDoc(doc, this.committed)) this.blame('(6) a snapshot differs from its rows')
    }
  }

  #lookAt(room: Room, plan: MemoryPlan): void {
    const { copy } = room
    if (hasGap(copy.doc)) this.blame('(4) a room has pending structs')
    const mine = this.#copies.get(room) ?? this.#newCopy(room)
    if (mine.seq !== copy.seq) {
      const rows = plan.rows.filter((row) => row.seq > mine.seq && row.seq <= copy.seq)
      foldInto(
        mine.doc,
        rows.map((row) => row.data),
      )
      mine.seq = copy.seq
      mine.isDirty = true
    }
    if (!mine.isDirty) return
    mine.isDirty = false
    if (!isSameDoc(mine.doc, copy.doc)) this.blame('(2) a room differs from the committed rows')
  }

  #newCopy(room: Room): Copy {
    const mine = { doc: openPlanDoc(), seq: 0n, isDirty: true }
    this.#copies.set(room, mine)
    // Whatever changes the document is looked at, not only what the room says of itself.
    room.copy.doc.on('update', () => {
      mine.isDirty = true
    })
    return mine
  }

  /** At rest: everything ever called saved, and the rows folded anew from the first. */
  lookAtAll(plan: MemoryPlan): void {
    const whole = openPlanDoc()
    foldInto(
      whole,
      plan.rows.map((row) => row.data),
    )
    if (!isSameDoc(whole, this.committed)) this.blame('(5) rows were changed')
    for (const { update, who } of this.#saved) {
      if (!isContained(update, whole))
        this.blame(`(1) an update of ${who} was called saved and is gone`)
    }
  }
}
