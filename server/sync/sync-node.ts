import { closeCode } from '#domain/wire.ts'
import type { Announcement } from '../db/announce.ts'
import type { Randomness } from '../log/begin-plan.ts'
import { type Clock, pause } from '../log/clock.ts'
import { GroupCommit } from '../log/group-commit.ts'
import { insist } from '../log/insist.ts'
import type { PlanLog } from '../log/plan-log.ts'
import { type AdmissionDesk, type Application, admit } from './admission.ts'
import { Arrivals } from './arrivals.ts'
import { Attendance } from './attendance.ts'
import { Gathering } from './gathering.ts'
import { hear } from './hear.ts'
import type { ReadRightsNews } from './rights-news.ts'
import { Rooms } from './rooms.ts'
import { Rounds } from './rounds.ts'
import type { Seat } from './seat.ts'
import { Seating } from './seating.ts'
import { type ReadStandings, recheck } from './standings.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { Transport } from './transport.ts'
import type { Pass } from './write-point.ts'

/** Everything outside a node: the store and the rows beside it, time, chance, the other nodes. */
export interface SyncNodeOptions {
  readonly log: PlanLog
  readonly clock: Clock
  readonly randomness: Pick<Randomness, 'newId'>
  readonly limits: SyncLimits
  /** Milliseconds between two beats. */
  readonly beatEveryMs: number
  /** Who is at the door, and how a plan is begun. */
  readonly desk: Pick<AdmissionDesk, 'readActor' | 'readPlace' | 'beginPlan'>
  readStandings: ReadStandings
  readRightsNews: ReadRightsNews
  touchSessions(sessionIds: readonly string[]): Promise<unknown>
  /** Tells the other nodes. Only a hint: they find out by polling too. */
  tell(message: Announcement): void
  /** Told of every write at the named places of its path, and of this node's end; for tests. */
  readonly pass?: Pass
  /** Somebody asked for what an honest page of theirs never asks for. */
  note(line: string): void
  /** Something went wrong that nobody's request will tell. */
  report(what: string, error: unknown): void
}

const drainWithinMs = 5_000
const drainLookMs = 5

/**
 * One node: its rooms, their commits and everyone who is connected, whatever brings the frames. It is given
 * its surroundings, so that PostgreSQL, sockets and the clock can be others. docs/protocol.md says what it
 * speaks.
 */
export class SyncNode {
  /** Names this node in what it announces. */
  readonly id: string
  readonly attendance: Attendance
  readonly rooms: Rooms
  readonly #options: SyncNodeOptions
  readonly #rounds: Rounds
  readonly #seating: Seating
  readonly #arrivals: Arrivals
  #isOpen = true
  #drained: Promise<void> | null = null

  constructor(options: SyncNodeOptions) {
    const { log, clock, limits, randomness, readStandings, report, note } = options
    this.#options = options
    this.id = options.randomness.newId()
    this.attendance = new Attendance(limits)
    const arrivals = new Arrivals(clock, limits.gatherMs)
    this.#arrivals = arrivals
    const commit = this.#groupCommit()
    this.rooms = new Rooms({
      log,
      clock,
      limits,
      report,
      ...(options.pass && { pass: options.pass }),
      newId: () => randomness.newId(),
      enlist: (appender) => commit.enlist(appender),
      recheck: (connections, place) =>
        insist(clock, () => recheck(connections, place, readStandings)),
    })
    const { rooms, attendance } = this
    this.#seating = new Seating({ rooms, attendance, clock, limits, arrivals, report, note })
    this.#rounds = new Rounds({ ...options, rooms, attendance })
  }

  #groupCommit(): GroupCommit {
    const { log, clock, limits, randomness, report, tell } = this.#options
    const news = new Gathering<string>(clock, limits.announceEveryMs, (planIds) =>
      tell({ kind: 'appended', node: this.id, planIds }),
    )
    return new GroupCommit({
      log,
      clock,
      newId: () => randomness.newId(),
      gatherMs: limits.gatherMs,
      beforeTaking: () => this.#arrivals.readAll(),
      onAppended: (planIds) => news.add(planIds),
      onTrouble: (error) => report('the log could not be written', error),
    })
  }

  /** Begins its rounds. */
  open(): void {
    this.#rounds.open()
  }

  /** False once it lets nobody in any more. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /**
   * Looks up who asks for what and, when they may, has `connect` make the connection and seat it; everything
   * up to the first frame happens within that call. Returns the close code for those who are turned away.
   */
  async welcome(
    application: Application,
    connect: (seat: (transport: Transport) => Seat) => void,
  ): Promise<number | null> {
    const { desk, log, clock, note } = this.#options
    const admission = await admit({ ...desk, log, clock }, application)
    if (admission.kind === 'refused') {
      const { code, personId } = admission
      if (code === closeCode.noRight) note(`refused: a plan’s socket, by person ${personId}`)
      return code
    }
    const { guest, head, place } = admission
    const hasPlace = () => this.attendance.hasPlaceFor(guest.personId, head.planId, guest.address)
    if (!hasPlace()) return closeCode.tryLater
    if (application.isListener) {
      connect((transport) => this.#seating.asListener(transport, admission))
    } else {
      let isFull = false
      await this.rooms.enter(head, place, (room) => {
        // Others may have come in while the plan was loaded.
        isFull = !hasPlace()
        if (!isFull) connect((transport) => this.#seating.atRoom(transport, admission, room))
      })
      if (isFull) return closeCode.tryLater
    }
    return null
  }

  /** What another node, or the database, announced. */
  hear(heard: Announcement): void {
    const { rooms, attendance } = this
    const now = () => this.#options.clock.now()
    hear(heard, { node: this.id, rooms, rounds: this.#rounds, attendance, now })
  }

  /** An announcement may have been missed: asks for everything that one could have said. */
  ask(): void {
    void this.#rounds.ask()
  }

  /** Lets nobody in any more, settles what was read, tells its authors, and closes with 1012. */
  drain(): Promise<void> {
    this.#drained ??= this.#drain()
    return this.#drained
  }

  async #drain(): Promise<void> {
    const { clock, pass } = this.#options
    this.#isOpen = false
    const everyone = () => [...this.attendance.visits].map((visit) => visit.connection)
    for (const connection of everyone()) connection.transport.pause()
    pass?.('paused', null)
    const deadline = clock.now() + drainWithinMs
    this.#arrivals.readAll()
    while (this.rooms.hasUnsettled && clock.now() < deadline) await pause(clock, drainLookMs)
    pass?.('settled', null)
    for (const connection of everyone()) {
      // A paused socket would never hear the answer to its close.
      connection.transport.resume()
      connection.close(closeCode.goingAway, 'restart')
    }
    pass?.('dismissed', null)
  }

  /** Ends its rounds. */
  close(): void {
    this.#rounds.close()
  }
}
