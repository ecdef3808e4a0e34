import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { type Action, can, type Place } from '#domain/rights.ts'
import type { Actor } from '../auth/actor.ts'
import { readPlace } from '../auth/place.ts'
import type { Database } from '../db/database.ts'

/** Who asks, and what they are where. */
export type Asker = Pick<Actor, 'personId' | 'memberId' | 'grants'>

/** The branch's place, if this person may do that there. Throws `unknownUnit` and `noRight`. */
export async function seenBranch(
  database: Database,
  asker: Asker,
  branchId: string,
  action: Action,
): Promise<Place> {
  const place = await readPlace(database, branchId)
  if (!place) throw new DomainError('unknownUnit')
  if (!can(asker.grants, action, place)) throw new DomainError('noRight')
  return place
}
