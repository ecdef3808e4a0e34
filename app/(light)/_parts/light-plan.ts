import type { ProsePart } from '#domain/plan-doc.ts'
import type { PlanView } from '#domain/plan-view.ts'
import type { ProseJson } from '#domain/read-prose.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { PlanRight, PlanStatus } from '#domain/wire.ts'

/** A branch's month as the light pages show it; `plan` is null while nobody has opened it. */
export interface LightPlan {
  head: {
    room: string
    month: string
    status: PlanStatus | 'notOpened'
    right: PlanRight
    branch: { id: string; name: string }
  }
  roster: RosterView
  plan: { view: PlanView; prose: Readonly<Record<ProsePart, ProseJson>> } | null
  /** What the reader is at this branch. */
  role: RoleName | null
  mayComment: boolean
}

/** Who reads: the person, and as which member. */
export interface Reader {
  personId: string
  name: string
  memberId: string | null
}
