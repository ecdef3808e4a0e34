import type { Place } from '#domain/rights.ts'
import { closeCode } from '#domain/wire.ts'
import type { Actor } from '../../auth/actor.ts'
import type { Announcement } from '../../db/announce.ts'
import type { Clock } from '../../log/clock.ts'
import type { SyncLimits } from '../sync-limits.ts'
import { SyncNode } from '../sync-node.ts'
import type { Chance } from './chance.ts'
import { type ClientEnd, Line } from './line.ts'
import type { Life, Store } from './store.ts'
import type { Tally } from './tally.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { Witness } from './witness.ts'

export interface NodeHostOptions {
  readonly clock: VirtualClock
  readonly chance: Chance
  readonly tally: Tally
  readonly witness: Witness
  readonly store: Store
  readonly limits: SyncLimits
  readonly place: Place
  tell(from: NodeHost, message: Announcement): void
  /** The plan as the store makes it when it is opened for the first time. */
  beginPlan(): Promise<string>
}

interface NodeLife extends Life {
  readonly node: SyncNode
  readonly lines: Set<Line>
  readonly knocking: Set<ClientEnd>
}

/** What must never be reported, whatever the store and the lines do. */
const alarming = [
  'a room broke',
  'a frame could not be handled',
  'the database refuses what the gate let through',
]

/** A place where a node runs. When it crashes, everything that it held in memory is gone. */
export class NodeHost {
  readonly #options: NodeHostOptions
  #life: NodeLife | null = null

  constructor(options: NodeHostOptions) {
    this.#options = options
  }

  get node(): SyncNode | null {
    return this.#life?.node ?? null
  }

  start(): void {
    if (this.#life) return
    const life = { isOver: false, lines: new Set<Line>(), knocking: new Set<ClientEnd>() }
    this.#life = Object.assign(life, { node: this.#newNode(life) })
    this.#life.node.open()
  }

  #newNode(life: Life): SyncNode {
    const { store, clock, chance, limits, tally, witness, place } = this.#options
    const call = <T>(name: string, run: () => T) => store.call(life, name, async () => run())
    const ticking: Clock = {
      now: () => clock.now(),
      after: (ms, run) =>
        clock.after(ms, () => {
          if (!life.isOver) run()
        }),
    }
    return new SyncNode({
      log: store.logFor(life),
      clock: ticking,
      randomness: chance.fork(),
      limits,
      beatEveryMs: 10_000,
      desk: {
        readActor: (cookie) => call('readActor', () => this.#actorOf(cookie)),
        readPlace: (branchId) =>
          call('readPlace', () => (branchId === place.unitId ? place : null)),
        beginPlan: () => store.call(life, 'beginPlan', () => this.#options.beginPlan()),
      },
      readStandings: (sessionIds) =>
        call('standings', () =>
          sessionIds.map((id) => store.people.holding(id)).filter((found) => found !== null),
        ),
      readRightsNews: () => call('rightsNews', () => String(store.people.changes)),
      touchSessions: (sessionIds) =>
        call('touchSessions', () => {
          for (const sessionId of sessionIds) {
            if (!store.people.holding(sessionId)) continue
            store.people.setExpiry(sessionId, clock.now() + 7_200_000)
          }
        }),
      tell: (message) => {
        if (!life.isOver) this.#options.tell(this, message)
      },
      note: () => tally.count('node: refused somebody without the right'),
      report: (what, error) => {
        if (life.isOver) return
        tally.count(`node: ${what}`)
        if (alarming.includes(what)) witness.blame(`${what}: ${String(error)}`)
      },
    })
  }

  #actorOf(cookie: string | undefined): Actor | null {
    const session = this.#options.store.people.holding(cookie ?? '')
    if (!session) return null
    return {
      ...session,
      sessionExpiresAt: session.expiresAt,
      username: session.name,
      fullName: session.name,
      memberId: null,
      mustChangePassword: false,
    }
  }

  /** Someone asks to be let in. */
  knock(asked: { room: string; sessionId: string; address: string }, end: ClientEnd): void {
    const { clock, chance, witness } = this.#options
    const tell = (code: number) => clock.after(chance.int(30), () => end.closed(code))
    clock.after(chance.int(30), () => {
      const life = this.#life
      if (!life?.node.isOpen) return void tell(1006)
      life.knocking.add(end)
      const { room, sessionId, address } = asked
      const who = { room, address, cookieHeader: sessionId, pageOf: null, isListener: false }
      life.node
        .welcome(who, (seat) => {
          life.knocking.delete(end)
          if (!life.node.isOpen) return void tell(1006)
          const line: Line = new Line({
            clock,
            chance,
            client: end,
            onServerSend: (frame) => witness.sent(frame, line),
          })
          life.lines.add(line)
          line.seat(seat)
        })
        .then(
          (code) => code !== null && life.knocking.delete(end) && tell(code),
          () => life.knocking.delete(end) && tell(closeCode.tryLater),
        )
    })
  }

  hear(message: Announcement): void {
    this.#life?.node.hear(message)
  }

  /** kill -9. */
  crash(): void {
    const life = this.#life
    if (!life) return
    const { chance, clock } = this.#options
    this.#life = null
    life.isOver = true
    for (const line of life.lines) line.cut(chance.int(1_000), 0)
    for (const end of life.knocking) clock.after(chance.int(1_000), () => end.closed(1006))
  }

  /** SIGTERM. */
  stop(): void {
    const life = this.#life
    if (!life?.node.isOpen) return
    void life.node.drain().then(() => {
      life.node.close()
      // The last words are on their way; then the process is gone.
      this.#options.clock.after(100, () => {
        if (this.#life === life) this.crash()
      })
    })
  }
}
