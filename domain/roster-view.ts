import type {
  BranchOffice,
  HouseholdStatus,
  ReasonClass,
  Standing,
  Strength,
  SupportNeed,
  WorkField,
} from './vocabulary.ts'

/** What a branch's board knows of its people and groups: rows, read over HTTP, never inside the document. */
export interface RosterView {
  branch: { id: string; name: string; communeId: string; communeName: string }
  /** The hamlets this branch serves; empty for a school or a health station. */
  hamlets: readonly HamletView[]
  /** All hamlets of the commune, for work by field. */
  communeHamlets: readonly HamletView[]
  groups: readonly GroupView[]
  members: readonly MemberView[]
  fields: readonly TaskFieldView[]
  templates: readonly PlanTemplateView[]
}

export interface HamletView {
  id: string
  name: string
}

/** Totals only: the heads of households are read on demand, by those who may (`HouseholdView`). */
export interface GroupView {
  id: string
  name: string
  hamletId: string
  households: number
  people: number
  poor: number
  nearPoor: number
  /** Most frequent first. */
  needs: readonly { need: SupportNeed; households: number }[]
}

export interface MemberView {
  id: string
  code: string
  name: string
  /** The name the member is called and sorted by. */
  sortName: string
  standing: Standing
  office: BranchOffice | null
  field: WorkField | null
  hamletId: string | null
  /** Why this member has no group; `until` is a calendar day, yyyy-mm-dd. */
  reason: { kind: ReasonClass; until: string | null } | null
  strengths: readonly Strength[]
  /** The most groups this member takes; null when the office gave none. */
  maxGroups: number | null
}

export interface HouseholdView {
  id: string
  code: string
  headName: string
  people: number
  status: HouseholdStatus
  statusYear: number | null
  supportNeed: SupportNeed | null
}

export interface TaskFieldView {
  code: string
  nameVi: string
  nameEn: string
}

export interface PlanTemplateView {
  code: string
  nameVi: string
  nameEn: string
  content: PlanTemplateContent
}

/** A starting text. Each string of a prose part is one paragraph. */
export interface PlanTemplateContent {
  review: readonly string[]
  focus: readonly string[]
  organisation: readonly string[]
  tasks: readonly { title: string; field: string | null }[]
}
