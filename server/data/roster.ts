import 'server-only'
import type { RosterView } from '#domain/roster-view.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { readRosterView } from '../roster/roster-view.ts'
import { requireActor } from './current-actor.ts'
import { type Asker, seenBranch } from './seen-branch.ts'

/**
 * What a board knows of its people and groups, for a page. Totals of groups only: no role reads a household's
 * head here. Throws `unknownUnit` and `noRight`; leads to the sign-in when nobody is signed in.
 */
export async function readRoster(branchId: string): Promise<RosterView> {
  return rosterFor(currentDatabase(), await requireActor(), branchId)
}

/** The same for somebody known. */
export async function rosterFor(
  database: Database,
  asker: Asker,
  branchId: string,
): Promise<RosterView> {
  return readRosterView(database, await seenBranch(database, asker, branchId, 'plan.view'))
}
