import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCode, limits as wireLimits } from '#domain/wire.ts'
import { readActor } from '../auth/actor.ts'
import { readPlace } from '../auth/place.ts'
import { touchSession } from '../auth/touch-session.ts'
import { type Announcement, announce } from '../db/announce.ts'
import type { Database } from '../db/database.ts'
import type { Env } from '../env.ts'
import { beginPlan, type Randomness, systemRandomness } from '../log/begin-plan.ts'
import { type Clock, pause, systemClock } from '../log/clock.ts'
import { GroupCommit } from '../log/group-commit.ts'
import { insist } from '../log/insist.ts'
import type { PlanLog } from '../log/plan-log.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { Attendance } from './attendance.ts'
import type { Connection } from './connection.ts'
import { changedFrame } from './frames.ts'
import { Gathering } from './gathering.ts'
import { Reception } from './reception.ts'
import { Rooms } from './rooms.ts'
import { Rounds } from './rounds.ts'
import { applyStanding, standingsIn } from './standings.ts'
import { type SyncLimits, syncLimits } from './sync-limits.ts'
import { Watch } from './watch.ts'

export interface SyncOptions {
  readonly database: Pick<Database, 'pool'>
  readonly env: Pick<Env, 'PUBLIC_URL' | 'AUTH_SECRET'>
  readonly clock?: Clock
  readonly randomness?: Randomness
  readonly limits?: Partial<SyncLimits>
  /** Milliseconds between two beats. */
  readonly beatEveryMs?: number
  /** False: hear and send no NOTIFY, live by polling alone. */
  readonly listens?: boolean
  readonly log?: PlanLog
  /** Something went wrong that nobody's request will tell. */
  readonly report?: (what: string, error: unknown) => void
}

export interface Sync {
  /** Takes over an upgrade to /sync/*. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Lets nobody in any more, makes what was sent durable and tells its authors, then closes with 1012. */
  drain(): Promise<void>
  /** Drains and lets go of everything. */
  close(): Promise<void>
}

const drainWithinMs = 5_000

/** The sync server of this process. docs/protocol.md says what it speaks. */
export function openSync(options: SyncOptions): Sync {
  const { database, env, clock = systemClock, randomness = systemRandomness } = options
  const { listens = true, report = reportOnStderr } = options
  const limits = { ...syncLimits, ...options.limits }
  const log = options.log ?? postgresLog(database.pool)
  const readStandings = standingsIn(database.pool)
  const attendance = new Attendance(limits)
  const node = randomness.newId()

  const news = new Gathering<string>(clock, limits.announceEveryMs, (planIds) => {
    announce(database.pool, { kind: 'appended', node, planIds }).catch(() => undefined)
  })
  const commit = new GroupCommit({
    log,
    clock,
    newId: () => randomness.newId(),
    gatherMs: limits.gatherMs,
    onAppended: (planIds) => {
      if (listens) news.add(planIds)
    },
    onTrouble: (error) => report('the log could not be written', error),
  })
  const rooms = new Rooms({
    log,
    clock,
    limits,
    report,
    enlist: (appender) => commit.enlist(appender),
    recheck: async (connections, place) => {
      const all = [...connections]
      const sessionIds = [...new Set(all.map((connection) => connection.sessionId))]
      const standings = await insist(clock, () => readStandings(sessionIds))
      const bySession = new Map(standings.map((standing) => [standing.sessionId, standing]))
      for (const connection of all) {
        applyStanding(connection, bySession.get(connection.sessionId), place)
      }
    },
  })
  const reception = new Reception({
    desk: {
      log,
      clock,
      readActor: (cookieHeader) => readActor(database, cookieHeader, env.AUTH_SECRET),
      readPlace: (branchId) => readPlace(database, branchId),
      beginPlan: (plan) => beginPlan(database.pool, plan, randomness),
    },
    rooms,
    attendance,
    clock,
    limits,
    publicUrl: env.PUBLIC_URL,
    report,
  })
  const rounds = new Rounds({
    log,
    rooms,
    attendance,
    clock,
    limits,
    beatEveryMs: options.beatEveryMs ?? wireLimits.beatEveryMs,
    readStandings,
    touchSession: (sessionId) => touchSession(database, sessionId),
  })
  const watch = new Watch(
    database.pool.options,
    clock,
    (heard) => hear(heard, { node, rooms, rounds, attendance, now: () => clock.now() }),
    () => void rounds.ask(),
  )
  rounds.open()
  if (listens) void watch.open()

  const drain = async () => {
    reception.isOpen = false
    const everyone = () => [...attendance.visits].map((visit) => visit.connection)
    for (const connection of everyone()) connection.transport.pause()
    const deadline = clock.now() + drainWithinMs
    while (rooms.hasUnsettled && clock.now() < deadline) await pause(clock, limits.gatherMs)
    // A paused socket would never hear the answer to its close.
    for (const connection of everyone()) {
      connection.transport.resume()
      connection.close(closeCode.goingAway, 'restart')
    }
  }
  return {
    handleUpgrade: (request, socket, head) => void reception.receive(request, socket, head),
    drain,
    close: async () => {
      await drain()
      rounds.close()
      await watch.close()
    },
  }
}

interface Ears {
  node: string
  rooms: Rooms
  rounds: Rounds
  attendance: Attendance
  now(): number
}

function hear(heard: Announcement, { node, rooms, rounds, attendance, now }: Ears): void {
  switch (heard.kind) {
    case 'appended':
      if (heard.node === node) return
      for (const planId of heard.planIds) rooms.open.get(planId)?.noteNews()
      return
    case 'rights':
      void rounds.ask()
      return
    case 'changed': {
      const frame = changedFrame({ what: heard.what, rev: now() })
      for (const { connection } of attendance.inBranches(heard.branchIds)) connection.send(frame)
      if (heard.what === 'status') void rounds.ask()
    }
  }
}

function reportOnStderr(what: string, error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error)
  if (error !== null) process.stderr.write(`sync: ${what}: ${cause}\n`)
}
