import 'server-only'
import type { Passage } from '#domain/advice/advice-place.ts'
import type { AnchoredPassage } from '#domain/advice/find-passages.ts'
import type { Span } from '#domain/advice/part-text.ts'
import type { PassageAnchor } from '#domain/advice/passage-anchor.ts'
import { parseMonth } from '#domain/months.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { houseReaders } from '../log/house-readers.ts'
import { findPlanHead } from '../log/plan-head-row.ts'
import type { CommittedPlan } from '../log/plan-reader.ts'
import { requireActor } from './current-actor.ts'
import { type Asker, seenBranch } from './seen-branch.ts'

/**
 * The committed plan of a branch and month for a page, read in a thread and remembered until it changes; null when nobody
 * has opened it yet. Throws `badMonth`, `unknownUnit` and `noRight`; leads to the sign-in when nobody is signed in.
 */
export async function readCommittedPlan(
  branchId: string,
  month: string,
): Promise<CommittedPlan | null> {
  return committedPlanFor(currentDatabase(), await requireActor(), branchId, month)
}

/** The same for somebody known. */
export async function committedPlanFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
): Promise<CommittedPlan | null> {
  parseMonth(month)
  await seenBranch(database, asker, branchId, 'plan.view')
  return committedPlan(database, branchId, month)
}

/** The same; whoever calls it has asked whether it may be seen. */
export async function committedPlan(
  database: Pick<Database, 'pool'>,
  branchId: string,
  month: string,
): Promise<CommittedPlan | null> {
  const head = await findPlanHead(database.pool, branchId, month)
  return head && houseReaders().plans.read(database.pool, head)
}

/** The same with where passages stand in it, in the given order; null for those that are gone. */
export async function committedPassages(
  database: Pick<Database, 'pool'>,
  planId: string,
  wanted: readonly AnchoredPassage[],
): Promise<{ plan: CommittedPlan; spans: (Span | null)[] }> {
  const { head, answer } = await houseReaders().plans.ask(database.pool, planId, 'passages', wanted)
  return { plan: { ...head, ...answer.content }, spans: answer.spans }
}

/** The anchor of a passage in the committed plan; null when its words are not there. Writes nothing. */
export async function committedAnchor(
  database: Pick<Database, 'pool'>,
  planId: string,
  passage: Passage,
): Promise<PassageAnchor | null> {
  return (await houseReaders().plans.ask(database.pool, planId, 'anchor', passage)).answer
}

/** What the committed plan says, and its document as one update, as of one moment. */
export async function committedWhole(
  database: Pick<Database, 'pool'>,
  planId: string,
): Promise<{ plan: CommittedPlan; state: Uint8Array }> {
  const { head, answer } = await houseReaders().plans.ask(database.pool, planId, 'whole', null)
  return { plan: { ...head, ...answer.content }, state: answer.state }
}
