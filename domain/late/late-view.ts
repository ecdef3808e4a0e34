import type { PlanChange } from '../history/plan-change.ts'
import type { PlanStatus } from '../wire.ts'

/** One thing that a late edit would have changed, as it was at the end of its epoch and as its author wrote it. */
export interface LateItem {
  /** Stable for as long as the late edit exists; a verdict is kept by it. */
  key: string
  change: LateChange
}

export type LateChange =
  | PlanChange
  /** Words written into a paragraph that somebody else had deleted meanwhile. */
  | { kind: 'words'; text: string }
  /** Nothing that anybody would see differs from what is in the plan. */
  | { kind: 'nothing' }

export interface LateVerdict {
  verdict: 'takenUp' | 'dismissed'
  /** Of a dismissal; empty where nothing was to be seen anyway. */
  reason: string | null
  /** Whose plan took it up. */
  month: string | null
  by: string
  /** ISO 8601. */
  at: string
}

export interface LateItemView extends LateItem {
  verdict: LateVerdict | null
}

/** What one connection of one person wrote too late. */
export interface LateEditView {
  id: string
  author: { personId: string; name: string }
  /** When it came, ISO 8601. */
  at: string
  /** The version of the record that it was too late for; null when none is known. */
  version: number | null
  items: LateItemView[]
}

/** All late edits of a month that somebody may see, those that wait first. */
export interface LateDesk {
  month: string
  status: PlanStatus | 'notOpened'
  /** May take up and dismiss; others see what became of their own. */
  canSettle: boolean
  edits: LateEditView[]
  /** How many late edits there are besides: so many are not read at once. */
  more: { waiting: number; settled: number }
}

/** Items that nobody has decided on. */
export function waitingItems(edits: readonly LateEditView[]): number {
  return edits.reduce((sum, { items }) => sum + items.filter(isWaiting).length, 0)
}

export function isWaiting({ verdict }: LateItemView): boolean {
  return verdict === null
}
