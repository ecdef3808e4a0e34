import type { Target } from '../plan-view.ts'
import type { Action } from '../rights.ts'

/** One line of a person's notices. */
export interface NoticeView {
  id: string
  kind: 'mention' | 'assigned' | 'digest' | 'signOff'
  branchId: string
  branchName: string
  month: string
  /** ISO 8601, UTC. */
  at: string
  isRead: boolean
  threadId: string | null
  /** Of a mention: who, and the first words. Of `signOff`: who asks. */
  byName: string | null
  words: string | null
  /** Of `assigned`: what is new for this person. */
  places: readonly Target[]
  taskTitles: readonly string[]
  /** Of a digest: comments and proposals since it was last read. */
  count: number
}

/** Whoever may not do this where a notice comes from is told nothing of it, neither on screen nor by mail. */
export const noticeNeeds: Readonly<Record<NoticeView['kind'], Action>> = {
  mention: 'plan.comment',
  assigned: 'plan.view',
  digest: 'plan.comment',
  signOff: 'plan.edit',
}
