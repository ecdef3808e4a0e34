import 'server-only'
import type { Passage } from '#domain/advice/advice-place.ts'
import type { AnchoredPassage } from '#domain/advice/find-passages.ts'
import type { Span } from '#domain/advice/part-text.ts'
import type { PassageAnchor } from '#domain/advice/passage-anchor.ts'
import type { Database } from '../db/database.ts'
import { houseReaders } from '../log/house-readers.ts'
import { findPlanHead } from '../log/plan-head-row.ts'
import type { CommittedPlan } from '../log/plan-reader.ts'

/**
 * The committed plan of a branch and month; null when nobody has opened it. Whoever calls it has asked whether it may be
 * seen.
 */
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
