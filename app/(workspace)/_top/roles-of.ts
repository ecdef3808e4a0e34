import type { Grant } from '#domain/rights.ts'
import { type RoleName, roleNames } from '#domain/vocabulary.ts'

/** The roles among some grants, each once, the strongest first; in one unit when it is given. */
export function rolesOf(grants: readonly Grant[], unitId?: string): RoleName[] {
  const own = grants.filter((grant) => unitId === undefined || grant.unitId === unitId)
  return roleNames.filter((role) => own.some((grant) => grant.role === role))
}
