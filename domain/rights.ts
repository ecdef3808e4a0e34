import type { RoleName } from './vocabulary.ts'
import type { PlanRight } from './wire.ts'

/** One role of a person: in a branch, or for the office in a commune. */
export interface Grant {
  role: RoleName
  unitId: string
}

/** Where something is to be done: a branch and the units above it, nearest first. */
export interface Place {
  unitId: string
  above: readonly string[]
}

/** Whatever page, action and socket ask about. SPEC R1 gives the table. */
export const actions = [
  'plan.view',
  'plan.comment',
  'plan.edit',
  'plan.finalise',
  'plan.reopen',
  'task.reportOwn',
  'reason.set',
  'household.viewAll',
  'household.viewOwn',
  'branch.people',
  'commune.people',
  'roster.import',
  'commune.settings',
] as const
export type Action = (typeof actions)[number]

const allowed: Readonly<Record<RoleName, ReadonlySet<Action>>> = {
  office: new Set([
    'plan.view',
    'plan.comment',
    'household.viewAll',
    'branch.people',
    'commune.people',
    'roster.import',
    'commune.settings',
  ]),
  secretary: new Set([
    'plan.view',
    'plan.comment',
    'plan.edit',
    'plan.finalise',
    'plan.reopen',
    'reason.set',
    'household.viewAll',
    'branch.people',
  ]),
  deputy: new Set([
    'plan.view',
    'plan.comment',
    'plan.edit',
    'plan.finalise',
    'reason.set',
    'household.viewAll',
  ]),
  committee: new Set(['plan.view', 'plan.comment', 'plan.edit', 'reason.set', 'household.viewAll']),
  cadre: new Set(['plan.view', 'plan.comment']),
  member: new Set(['plan.view', 'task.reportOwn', 'household.viewOwn']),
}

/**
 * May someone with these grants do this there? The one question that page, action and socket all ask.
 * A role holds in its own unit; the office's holds in every unit below its commune too.
 */
export function can(grants: readonly Grant[], action: Action, place: Place): boolean {
  return grants.some((grant) => holdsAt(grant, place) && allowed[grant.role].has(action))
}

/** The strongest right on the plans of a branch, or null when they may not even look. */
export function planRight(grants: readonly Grant[], place: Place): PlanRight | null {
  if (can(grants, 'plan.finalise', place)) return 'finalise'
  if (can(grants, 'plan.edit', place)) return 'edit'
  if (can(grants, 'plan.comment', place)) return 'comment'
  if (can(grants, 'plan.view', place)) return 'view'
  return null
}

/** Does this person come home to the light pages (SPEC Q40)? Those who write, and the office, have the wide ones. */
export function hasLightHome(grants: readonly Grant[]): boolean {
  return grants.length > 0 && grants.every(({ role }) => role === 'cadre' || role === 'member')
}

function holdsAt(grant: Grant, place: Place): boolean {
  if (grant.unitId === place.unitId) return true
  return grant.role === 'office' && place.above.includes(grant.unitId)
}
