import type { ProsePart } from '../plan-doc.ts'
import type { Target, TaskPlace } from '../plan-view.ts'
import type { TaskStatus } from '../vocabulary.ts'

/** One thing that somebody changed, as it was before and as it was after. */
export type PlanChange =
  /** The month was opened with what it takes over: so many places, so many tasks. */
  | { kind: 'begun'; places: number; tasks: number }
  /** Only the places that are left and those that are new. */
  | { kind: 'places'; memberId: string; from: readonly Target[]; to: readonly Target[] }
  | {
      kind: 'task'
      how: 'added' | 'edited' | 'removed' | 'restored' | 'moved'
      taskId: string
      /** As it is called afterwards. */
      title: string
      fields: readonly TaskFieldChange[]
      /** Groups that the task is about, before or after. */
      groupIds: readonly string[]
    }
  | { kind: 'prose'; part: ProsePart; how: 'written' | 'edited'; from: string; to: string }
  | { kind: 'prose'; part: ProsePart; how: 'removed' | 'reshaped'; from: string; to: string }

export type TaskFieldChange =
  | { field: 'title' | 'result'; from: string; to: string }
  | { field: 'field' | 'due'; from: string | null; to: string | null }
  | { field: 'status'; from: TaskStatus; to: TaskStatus }
  /** Only those who left and those who came. */
  | { field: 'doers' | 'coDoers'; from: readonly string[]; to: readonly string[] }
  | { field: 'place'; from: TaskPlace | null; to: TaskPlace | null }

/** A row of the log as history counts it; milliseconds since 1970. */
export interface HistoryMoment {
  seq: number
  at: number
}

/** One change of one person, from the first row that had part in it to the last. */
export interface HistoryEntry {
  /** Null when the server did it, at a month's beginning. */
  personId: string | null
  first: HistoryMoment
  /** The plan as it was then is the plan with this change done. */
  last: HistoryMoment
  change: PlanChange
}
