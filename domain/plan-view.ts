import type { TaskStatus, WorkField } from './vocabulary.ts'

/** What `readPlan` makes of a document: plain, valid, ordered. The screens, checks and papers read only this. */
export interface PlanView {
  assignments: readonly AssignmentView[]
  /** In the order of the plan; removed ones are in `removedTasks`. */
  tasks: readonly TaskView[]
  removedTasks: readonly TaskView[]
}

/** One member looking after one group, or after a hamlet by field. Slots with equal member and target are merged. */
export interface AssignmentView {
  /** The document's keys that say so, lowest first; usually one. */
  slots: readonly string[]
  memberId: string
  target: Target
}

export type Target =
  | { kind: 'group'; id: string }
  | { kind: 'hamlet'; id: string; field: WorkField }

export interface TaskView {
  id: string
  title: string
  /** A code of the roster's task fields. */
  field: string | null
  doers: readonly string[]
  coDoers: readonly string[]
  place: TaskPlace | null
  /** Calendar day, yyyy-mm-dd. */
  due: string | null
  status: TaskStatus
  result: string
  carriedFrom: CarriedFrom | null
}

/** Where a task is done. */
export type TaskPlace = { kind: 'groups'; ids: readonly string[] } | { kind: 'hamlet'; id: string }

/** The month before's task that this one continues; `times` counts how often it was carried. */
export interface CarriedFrom {
  month: string
  taskId: string
  times: number
}
