import { closeCode } from '#domain/wire.ts'
import type { Clock } from '../log/clock.ts'
import type { PlanHead, PlanLog } from '../log/plan-log.ts'
import type { Attendance, Visit } from './attendance.ts'
import type { Connection } from './connection.ts'
import type { ReadRightsNews } from './rights-news.ts'
import type { Rooms } from './rooms.ts'
import { applyStanding, type ReadStandings } from './standings.ts'
import type { SyncLimits } from './sync-limits.ts'

export interface RoundsOptions {
  readonly log: Pick<PlanLog, 'heads'>
  readonly rooms: Rooms
  readonly attendance: Attendance
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly beatEveryMs: number
  readStandings: ReadStandings
  readRightsNews: ReadRightsNews
  /** These sessions were used on their sockets. */
  touchSessions(sessionIds: readonly string[]): Promise<unknown>
}

const touchEveryMs = 60_000
/** How long a session that seems over may still turn out to have been prolonged elsewhere. */
const endingMs = 900

/**
 * What this node looks after again and again, so that nothing depends on being told: sessions and rights,
 * the heads of open plans, sockets that are behind, and the beat.
 */
export class Rounds {
  readonly #options: RoundsOptions
  readonly #touchedAt = new WeakMap<object, number>()
  /** Those whose rights were read since they came. */
  readonly #read = new WeakSet<object>()
  #news: string | null = null
  #wholeRoundAt = Number.NEGATIVE_INFINITY
  #isClosed = false
  #asking: Promise<void> | null = null
  #askAgain = false

  constructor(options: RoundsOptions) {
    this.#options = options
  }

  open(): void {
    const { limits, beatEveryMs, clock } = this.#options
    this.#every(limits.pollEveryMs, () => {
      this.#touchUsed()
      if (this.#expired().length > 0) {
        this.#wholeRoundAt = clock.now()
        clock.after(endingMs, () => this.#endExpired())
      }
      void this.ask()
    })
    this.#every(limits.relieveEveryMs, () => {
      for (const room of this.#options.rooms.open.values()) room.audience.relieve()
    })
    this.#every(beatEveryMs, () => {
      for (const { connection } of this.#options.attendance.visits) connection.beat()
    })
  }

  close(): void {
    this.#isClosed = true
  }

  /** Asks the database now. Called while it is being asked, it asks once more afterwards. */
  ask(): Promise<void> {
    if (this.#asking !== null) {
      this.#askAgain = true
      return this.#asking
    }
    this.#asking = this.#askUntilCurrent().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  async #askUntilCurrent(): Promise<void> {
    do {
      this.#askAgain = false
      // A database that does not answer is asked again at the next round.
      await this.#askRights().catch(() => undefined)
      await this.#askHeads().catch(() => undefined)
    } while (this.#askAgain && !this.#isClosed)
  }

  /** Everybody's rights when anybody's may be others, now and then all the same; else those of newcomers. */
  async #askRights(): Promise<void> {
    const { attendance, readStandings, readRightsNews, clock, limits } = this.#options
    if (attendance.visits.size === 0) return
    // Read before the rights, which are then at least as new.
    const news = await readRightsNews()
    const isWhole = news !== this.#news || clock.now() >= this.#wholeRoundAt
    const visits = [...attendance.visits].filter(
      ({ connection }) => isWhole || !this.#read.has(connection),
    )
    if (visits.length > 0) {
      const sessionIds = new Set(visits.map(({ connection }) => connection.sessionId))
      const standings = await readStandings([...sessionIds])
      const bySession = new Map(standings.map((standing) => [standing.sessionId, standing]))
      for (const { connection, place } of visits) {
        applyStanding(connection, bySession.get(connection.sessionId), place)
        this.#read.add(connection)
      }
    }
    if (!isWhole) return
    this.#news = news
    this.#wholeRoundAt = clock.now() + limits.wholeRoundEveryMs
  }

  async #askHeads(): Promise<void> {
    const { attendance, rooms, log } = this.#options
    const asked = [...attendance.visits]
    const planIds = [...new Set([...attendance.planIds(), ...rooms.open.keys()])]
    if (planIds.length === 0) return
    const heads = new Map((await log.heads(planIds)).map((head) => [head.planId, head]))
    for (const room of rooms.open.values()) {
      const head = heads.get(room.planId)
      if (head) room.noteHead(head)
      else if (planIds.includes(room.planId)) room.end(closeCode.noSuchPlan, 'plan')
    }
    for (const visit of asked) tellListener(visit, heads.get(visit.planId))
  }

  /** The end of a session needs no database to be noticed. */
  #endExpired(): void {
    for (const connection of this.#expired()) {
      connection.loseRight(closeCode.signInAgain, 'session')
    }
  }

  #expired(): Connection[] {
    const now = this.#options.clock.now()
    return [...this.#options.attendance.visits]
      .map(({ connection }) => connection)
      .filter((connection) => connection.sessionExpiresAt.getTime() <= now)
  }

  #touchUsed(): void {
    const now = this.#options.clock.now()
    const used = new Set<string>()
    for (const { connection } of this.#options.attendance.visits) {
      if (!connection.hasWritten) continue
      if (now - (this.#touchedAt.get(connection) ?? 0) < touchEveryMs) continue
      this.#touchedAt.set(connection, now)
      connection.hasWritten = false
      used.add(connection.sessionId)
    }
    if (used.size > 0) this.#options.touchSessions([...used]).catch(() => undefined)
  }

  #every(ms: number, work: () => void): void {
    this.#options.clock.after(ms, () => {
      if (this.#isClosed) return
      work()
      this.#every(ms, work)
    })
  }
}

function tellListener(visit: Visit, head: PlanHead | undefined): void {
  if (!visit.isListener) return
  if (!head) visit.connection.close(closeCode.noSuchPlan, 'plan')
  else if (head.status !== visit.status || head.epoch !== visit.epoch) {
    visit.connection.close(closeCode.goingAway, 'status')
  }
}
