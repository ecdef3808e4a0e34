import type { RoleName } from '../vocabulary.ts'
import type { AdvicePlace } from './advice-place.ts'
import type { PassageAnchor } from './passage-anchor.ts'
import type { ProposedChange } from './proposed-change.ts'
import type { NextStep, ReportOutcome, ReportReason } from './report-words.ts'

/** Someone who says something, or who can be mentioned. */
export interface AdvicePerson {
  personId: string
  name: string
  /** What they are to this plan; the strongest of several. Null for one who has no role there any more. */
  role: RoleName | null
}

export interface CommentView {
  id: string
  author: AdvicePerson
  /** Instants are ISO 8601, UTC. */
  at: string
  editedAt: string | null
  isDeleted: boolean
  body: string
  mentions: readonly AdvicePerson[]
}

export type ProposalState = 'open' | 'accepted' | 'declined' | 'withdrawn'

export interface ProposalView {
  change: ProposedChange
  state: ProposalState
  settled: { by: AdvicePerson; at: string } | null
}

export interface ThreadView {
  id: string
  place: AdvicePlace
  /** Of a passage, as passage-anchor.ts writes it; null for other places, and when its words were not in the plan. */
  anchor: PassageAnchor | null
  epoch: number
  author: AdvicePerson
  at: string
  resolved: { by: AdvicePerson; at: string } | null
  /**
   * In the order of time; a deleted one stays while others answer it. With neither comments nor a proposal the
   * thread is gone: only news say so, a full reading leaves it out.
   */
  comments: readonly CommentView[]
  proposal: ProposalView | null
  rev: number
}

export interface ReportView {
  id: string
  taskId: string
  memberId: string
  author: AdvicePerson
  at: string
  outcome: ReportOutcome
  figure: { done: number; of: number } | null
  reason: ReportReason | null
  next: NextStep | null
  taken: { by: AdvicePerson; at: string } | null
  rev: number
}

/** What changed in the talk about a plan since a revision; everything when it was 0. */
export interface AdviceNews {
  rev: number
  threads: readonly ThreadView[]
  /** All, for those who may comment on the plan; for a member their own. */
  reports: readonly ReportView[]
  /** Who may be mentioned; only with everything. */
  people: readonly AdvicePerson[]
  isMuted: boolean
}
