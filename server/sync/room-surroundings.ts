import type { Place } from '#domain/rights.ts'
import type { Clock } from '../log/clock.ts'
import type { Appender } from '../log/group-commit.ts'
import type { PlanLog } from '../log/plan-log.ts'
import type { Connection } from './connection.ts'
import type { Efforts } from './efforts.ts'
import type { Room } from './room.ts'
import type { SyncLimits } from './sync-limits.ts'
import type { WritePoint } from './write-point.ts'

/** Everything that a room is given: its log, its time, and whom it tells what. */
export interface RoomSurroundings {
  readonly log: PlanLog
  readonly clock: Clock
  readonly limits: SyncLimits
  /** What writing to this plan has cost so far. */
  readonly efforts: Efforts
  newId(): string
  /** Asks for a turn in the next commit. */
  enlist(appender: Appender): void
  /** Reads the rights of these connections anew and closes those whose right is gone or another. */
  recheck(connections: Iterable<Connection>, place: Place): Promise<void>
  /** The document grew by committed rows. */
  noteGrowth(room: Room): void
  /** This room is of no more use; the next visitor opens another. */
  drop(room: Room): void
  /** A write of this plan passes a named place of its path; for tests. */
  pass?(point: WritePoint, planId: string): void
  /** Something failed that should not. */
  report(what: string, error: unknown): void
}
