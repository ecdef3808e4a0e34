import type { Place } from '#domain/rights.ts'
import { closeCode } from '#domain/wire.ts'
import type { PlanHead } from '../log/plan-log.ts'
import type { Connection } from './connection.ts'
import { Efforts } from './efforts.ts'
import { Room } from './room.ts'
import type { RoomSurroundings } from './room-surroundings.ts'

export type RoomsSurroundings = Omit<RoomSurroundings, 'efforts' | 'noteGrowth' | 'drop'>

const weighEveryMs = 5

/** The rooms that are open on this node. */
export class Rooms {
  readonly #around: RoomsSurroundings
  readonly #rooms = new Map<string, Promise<Room>>()
  readonly #open = new Map<string, Room>()
  /** Given up with late edits still on their way to the secretary. */
  readonly #leaving = new Set<Room>()
  /** Kept when a room is given up: leaving a plan alone for a moment makes nothing of it cheaper. */
  readonly #efforts = new Map<string, Efforts>()
  readonly #snapshotting = new Set<string>()
  #weighed = { at: Number.NEGATIVE_INFINITY, bytes: 0 }

  constructor(around: RoomsSurroundings) {
    this.#around = around
  }

  get open(): ReadonlyMap<string, Room> {
    return this.#open
  }

  /** Bytes of updates that wait for the database, as of some milliseconds ago: every write asks. */
  get queuedBytes(): number {
    const now = this.#around.clock.now()
    if (now - this.#weighed.at >= weighEveryMs) {
      let bytes = 0
      for (const room of this.#open.values()) bytes += room.queuedBytes
      this.#weighed = { at: now, bytes }
    }
    return this.#weighed.bytes
  }

  /** Is any update here neither durable nor refused? */
  get hasUnsettled(): boolean {
    return [...this.#open.values(), ...this.#leaving].some((room) => room.hasUnsettled)
  }

  /** Opens a room for someone and lets them in, loading the plan once however many come at a time. */
  async enter(head: PlanHead, place: Place, connect: (room: Room) => void): Promise<void> {
    for (;;) {
      const room = await this.#load(head.planId, place)
      // Its epoch is over and nobody has told it yet: who comes for the new one must not sit in the old.
      if (room.epoch < head.epoch) room.end(closeCode.goingAway, 'status')
      // Whatever this person was told on another node before now, this one tells too.
      else if (room.copy.seq < head.seq) await room.catchUp()
      if (!room.isDropped) return connect(room)
    }
  }

  #load(planId: string, place: Place): Promise<Room> {
    const known = this.#rooms.get(planId)
    if (known) return known
    const loading = this.#around.log.load(planId).then((loaded) => {
      const room = new Room(loaded, place, {
        ...this.#around,
        efforts: this.#effortsOf(planId),
        noteGrowth: (grown) => this.#snapshotWhenDue(grown),
        drop: (dropped) => this.#forget(dropped),
      })
      this.#open.set(planId, room)
      this.#unloadWhenIdle(room)
      return room
    })
    this.#rooms.set(planId, loading)
    loading.catch(() => this.#rooms.delete(planId))
    return loading
  }

  #effortsOf(planId: string): Efforts {
    const known = this.#efforts.get(planId)
    if (known) return known
    const efforts = new Efforts(this.#around.limits, this.#around.clock)
    this.#efforts.set(planId, efforts)
    return efforts
  }

  leave(room: Room, connection: Connection): void {
    room.audience.leave(connection)
    this.#unloadWhenIdle(room)
  }

  /** A room that stays empty, with everything durable, is given up after a while. */
  #unloadWhenIdle(room: Room): void {
    const { clock, limits } = this.#around
    if (room.audience.connections.size > 0) return
    clock.after(limits.unloadAfterMs, () => {
      if (room.isDropped || room.audience.connections.size > 0) return
      if (room.hasUnsettled) return this.#unloadWhenIdle(room)
      room.end(1000, 'idle')
      if (room.copy.sinceSnapshot.rows > 0) void this.#snapshot(room)
    })
  }

  #forget(room: Room): void {
    if (this.#open.get(room.planId) !== room) return
    this.#open.delete(room.planId)
    this.#rooms.delete(room.planId)
    if (!room.late.isIdle) {
      this.#leaving.add(room)
      void room.late.whenIdle().then(() => this.#leaving.delete(room))
    }
    if (this.#efforts.get(room.planId)?.isIdle) this.#efforts.delete(room.planId)
  }

  #snapshotWhenDue(room: Room): void {
    const { rows, bytes } = room.copy.sinceSnapshot
    const { snapshotRows, snapshotBytes } = this.#around.limits
    if (rows > snapshotRows || bytes > snapshotBytes) void this.#snapshot(room)
  }

  async #snapshot(room: Room): Promise<void> {
    if (this.#snapshotting.has(room.planId)) return
    this.#snapshotting.add(room.planId)
    // Counted from now, so that one that fails is not tried again at every row.
    room.copy.sinceSnapshot = { rows: 0, bytes: 0 }
    try {
      await this.#around.log.snapshot(room.planId)
    } catch (error) {
      this.#around.report('a snapshot failed', error)
    } finally {
      this.#snapshotting.delete(room.planId)
    }
  }
}
