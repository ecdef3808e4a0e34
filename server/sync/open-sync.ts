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
import type { AdmissionDesk } from './admission.ts'
import { Attendance } from './attendance.ts'
import { Gathering } from './gathering.ts'
import { hear } from './hear.ts'
import { Reception } from './reception.ts'
import { Rooms } from './rooms.ts'
import { Rounds } from './rounds.ts'
import { recheck, standingsIn } from './standings.ts'
import { type SyncLimits, syncLimits } from './sync-limits.ts'
import { Watch } from './watch.ts'
import type { Pass } from './write-point.ts'

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
  /** Told of every write at the named places of its path, and of this node's end; for tests. */
  readonly onPass?: Pass
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
const drainLookMs = 5

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
    if (listens) void tell(database.pool, { kind: 'appended', node, planIds })
  })
  const commit = new GroupCommit({
    log,
    clock,
    newId: () => randomness.newId(),
    gatherMs: limits.gatherMs,
    onAppended: (planIds) => news.add(planIds),
    onTrouble: (error) => report('the log could not be written', error),
  })
  const rooms = new Rooms({
    log,
    clock,
    limits,
    report,
    ...(options.onPass && { pass: options.onPass }),
    enlist: (appender) => commit.enlist(appender),
    recheck: (connections, place) =>
      insist(clock, () => recheck(connections, place, readStandings)),
  })
  const reception = new Reception({
    desk: deskOf(options, log, clock, randomness),
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

  const drain = () => settleAndClose(reception, attendance, rooms, clock, options.onPass)
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

/** A hint that is lost costs a second at most. */
function tell(pool: Database['pool'], message: Announcement): Promise<void> {
  return announce(pool, message).catch(() => undefined)
}

function deskOf(
  { database, env }: SyncOptions,
  log: PlanLog,
  clock: Clock,
  randomness: Randomness,
): AdmissionDesk {
  return {
    log,
    clock,
    readActor: (cookieHeader) => readActor(database, cookieHeader, env.AUTH_SECRET),
    readPlace: (branchId) => readPlace(database, branchId),
    beginPlan: (plan) => beginPlan(database.pool, plan, randomness),
  }
}

/** Lets nobody in any more, stops reading, waits until what was read is settled, and closes. */
async function settleAndClose(
  reception: Reception,
  attendance: Attendance,
  rooms: Rooms,
  clock: Clock,
  pass?: Pass,
): Promise<void> {
  reception.isOpen = false
  const everyone = () => [...attendance.visits].map((visit) => visit.connection)
  for (const connection of everyone()) connection.transport.pause()
  pass?.('paused', null)
  const deadline = clock.now() + drainWithinMs
  while (rooms.hasUnsettled && clock.now() < deadline) await pause(clock, drainLookMs)
  pass?.('settled', null)
  for (const connection of everyone()) {
    // A paused socket would never hear the answer to its close.
    connection.transport.resume()
    connection.close(closeCode.goingAway, 'restart')
  }
  pass?.('dismissed', null)
}

function reportOnStderr(what: string, error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error)
  if (error !== null) process.stderr.write(`sync: ${what}: ${cause}\n`)
}
