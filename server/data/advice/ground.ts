import 'server-only'
import type { PassageAnchor } from '#domain/advice/passage-anchor.ts'
import type { Database } from '../../db/database.ts'
import { committedAnchor, committedPlan } from '../committed-plan.ts'
import type { PlanAct } from './act-plan.ts'
import type { AdvicePlan } from './turn.ts'

/** What an act must know of the committed plan. Read before its transaction, which holds rows that others wait for. */
export interface Ground {
  /** Where the passage of a new thread stands; null when its words are not in the plan, or not yet. */
  anchor: PassageAnchor | null
  /** Whom the task of a report is given to; null when there is no such task. */
  doers: readonly string[] | null
  /** The plan's tasks, when a new thread or its proposal names one. */
  taskIds: readonly string[]
}

const nothing: Ground = { anchor: null, doers: null, taskIds: [] }

/** Tasks that a new thread and its proposal are about. */
export function namedTasks({ place, change }: Extract<PlanAct, { kind: 'begin' }>): string[] {
  return [
    ...(place.kind === 'task' ? [place.id] : []),
    ...(change?.kind === 'changeDue' ? [change.taskId] : []),
  ]
}

/** Reads the plan only for the acts that ask for it, and never writes it. */
export async function readGround(
  database: Database,
  plan: AdvicePlan,
  act: PlanAct,
): Promise<Ground> {
  if (act.kind === 'begin' && act.place.kind === 'passage') {
    return { ...nothing, anchor: await committedAnchor(database, plan.id, act.place) }
  }
  if (act.kind === 'begin' && namedTasks(act).length > 0) {
    const committed = await committedPlan(database, plan.branchId, plan.month)
    return { ...nothing, taskIds: (committed?.view.tasks ?? []).map(({ id }) => id) }
  }
  if (act.kind !== 'report') return nothing
  const committed = await committedPlan(database, plan.branchId, plan.month)
  const task = committed?.view.tasks.find(({ id }) => id === act.taskId)
  return { ...nothing, doers: task ? [...task.doers, ...task.coDoers] : null }
}
