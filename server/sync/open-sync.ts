import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { limits as wireLimits } from '#domain/wire.ts'
import { readActor } from '../auth/actor.ts'
import { readPlace } from '../auth/place.ts'
import { touchSessions } from '../auth/touch-session.ts'
import { type Announcement, announce } from '../db/announce.ts'
import type { Database } from '../db/database.ts'
import type { Env } from '../env.ts'
import { beginPlan, type Randomness, systemRandomness } from '../log/begin-plan.ts'
import { type Clock, systemClock } from '../log/clock.ts'
import { FoldingThread } from '../log/folding-thread.ts'
import type { PlanLog } from '../log/plan-log.ts'
import { postgresLog } from '../log/postgres-log.ts'
import type { AdmissionDesk } from './admission.ts'
import { Reception } from './reception.ts'
import { rightsNewsIn } from './rights-news.ts'
import { standingsIn } from './standings.ts'
import { type SyncLimits, syncLimits } from './sync-limits.ts'
import { SyncNode } from './sync-node.ts'
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
  /** Who is at the door; a test may remember instead of looking up. */
  readonly desk?: Partial<Pick<AdmissionDesk, 'readActor' | 'readPlace'>>
  /** Told of every write at the named places of its path, and of this node's end; for tests. */
  readonly onPass?: Pass
  /** Somebody asked for what an honest page of theirs never asks for. */
  readonly note?: (line: string) => void
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

/** The sync server of this process: a node on PostgreSQL and WebSockets. */
export function openSync(options: SyncOptions): Sync {
  const { database, env, clock = systemClock, randomness = systemRandomness } = options
  const { listens = true, report = reportOnStderr, note = noteOnStderr } = options
  const limits = { ...syncLimits, ...options.limits }
  const folding = FoldingThread.isAtHand ? new FoldingThread() : null
  const node = new SyncNode({
    log: options.log ?? postgresLog(database.pool, folding),
    clock,
    randomness,
    limits,
    report,
    note,
    ...(options.onPass && { pass: options.onPass }),
    beatEveryMs: options.beatEveryMs ?? wireLimits.beatEveryMs,
    desk: {
      readActor: (cookieHeader) => readActor(database, cookieHeader, env.AUTH_SECRET),
      readPlace: (branchId) => readPlace(database, branchId),
      beginPlan: (plan) => beginPlan(database.pool, plan, randomness),
      ...options.desk,
    },
    readStandings: standingsIn(database.pool),
    readRightsNews: rightsNewsIn(database.pool),
    touchSessions: (sessionIds) => touchSessions(database, sessionIds),
    tell: (message) => {
      if (listens) void tell(database.pool, message)
    },
  })
  const reception = new Reception({ node, clock, limits, publicUrl: env.PUBLIC_URL, report })
  const watch = new Watch(
    database.pool.options,
    clock,
    node.id,
    (heard) => node.hear(heard),
    () => node.ask(),
  )
  node.open()
  if (listens) void watch.open()

  return {
    handleUpgrade: (request, socket, head) => void reception.receive(request, socket, head),
    drain: () => node.drain(),
    close: async () => {
      await node.drain()
      node.close()
      await watch.close()
      await folding?.close()
    },
  }
}

/** A hint that is lost costs a second at most. */
function tell(pool: Database['pool'], message: Announcement): Promise<void> {
  return announce(pool, message).catch(() => undefined)
}

function noteOnStderr(line: string): void {
  process.stderr.write(`sync: ${line}\n`)
}

function reportOnStderr(what: string, error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error)
  if (error !== null) process.stderr.write(`sync: ${what}: ${cause}\n`)
}
