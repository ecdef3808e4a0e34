import type { PlanChange } from '../history/plan-change.ts'
import type { PlanStatus } from '../wire.ts'
import type { CommuneRules } from './commune-rules.ts'
import type { Meeting, RecordJustification, RecordPerson } from './month-record.ts'
import type { RosterChange } from './roster-changes.ts'

/** What rows know about finalising one month: GET /api/record. What the plan itself says is on the board. */
export interface RecordDesk {
  planId: string
  status: PlanStatus
  epoch: number
  rules: CommuneRules
  /** SHA-256 of the canonical content as committed when this was read, and the plan's last row that it is of. */
  contentSha256: string
  seq: number
  meeting: Partial<Omit<Meeting, 'members'>>
  justifications: RecordJustification[]
  signOffs: SignOffView[]
  /** Who was asked to look at the content as committed, and has not agreed to it. */
  invitations: InvitationView[]
  /** Whoever may sign off: secretary, deputy, committee. */
  committee: RecordPerson[]
  openComments: number
  openProposals: number
  unsent: UnsentView[]
  /** Households of the branch's hamlets that are in no group; totals only. */
  outsideGroups: { households: number; poor: number; nearPoor: number }
  /** The month before: where it stands and what it says of the tasks that this plan carries on. */
  before: MonthBefore | null
  /** Newest first. */
  records: RecordHead[]
  /** Late edits that wait, of all authors for those who may edit, else the asker's own. */
  lateEdits: number
  /** The newest earlier month that is final with late edits that wait; null when none is, and for who may not settle them. */
  lateBefore: LateBefore | null
  /** Until when the asker need not give the password again, ISO 8601; null when they must. */
  confirmedUntil: string | null
}

export interface SignOffView extends RecordPerson {
  at: string
  /** The plan's last row that the content is of. */
  seq: number | null
  /** False when the content is another now; the two below say what became of it since. */
  covers: boolean
  changes: PlanChange[]
  /** What of the commune's lists is said otherwise than then. */
  roster: RosterChange[]
}

export interface InvitationView {
  personId: string
  at: string
  by: RecordPerson
}

export interface UnsentView {
  personId: string
  name: string
  changes: number
  at: string
}

/** A finalised version, without what it says. */
export interface RecordHead {
  id: string
  version: number
  sha256: string
  /** On the paper, leads to the page that confirms the hash. */
  code: string
  at: string
  by: RecordPerson
  reopened: { at: string; reason: string; by: RecordPerson } | null
}

/** How many late edits of an earlier month wait. */
export interface LateBefore {
  /** yyyy-mm. */
  month: string
  count: number
}

export interface MonthBefore {
  month: string
  status: PlanStatus
  tasks: {
    id: string
    title: string
    status: 'todo' | 'doing' | 'done' | 'notDone'
    result: string
    /** The groups it was done in; none when it was for a hamlet or nowhere in particular. */
    groupIds: readonly string[]
  }[]
  /** Who looked after which group. */
  assignments: { memberId: string; groupId: string }[]
}
