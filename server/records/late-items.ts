import type pg from 'pg'
import type { LateItem } from '#domain/late/late-view.ts'
import type { PlanHead } from '../log/plan-log.ts'
import type { PlanReader } from '../log/plan-reader.ts'
import { type LateEditRow, readLateParts } from './late-rows.ts'

/**
 * What late edits would have changed, by their ids: each compared with the plan at the end of its own epoch, whatever
 * came later (SPEC F70). Those of one epoch are read together, in a thread.
 */
export async function readItemsOf(
  pool: pg.Pool,
  plans: PlanReader,
  { planId, seq: headSeq }: Pick<PlanHead, 'planId' | 'seq'>,
  edits: readonly LateEditRow[],
): Promise<ReadonlyMap<string, LateItem[]>> {
  const bySeq = new Map<string, LateEditRow[]>()
  for (const edit of edits) bySeq.set(edit.seq, [...(bySeq.get(edit.seq) ?? []), edit])
  const parts = await readLateParts(
    pool,
    edits.map(({ id }) => id),
  )
  const partsOf = (some: readonly LateEditRow[]) => some.map(({ id }) => parts.get(id) ?? [])
  const items = new Map<string, LateItem[]>()
  for (const [seq, together] of bySeq) {
    const read = await plans.askPast(pool, planId, BigInt(seq), 'late', partsOf(together))
    const unread = together.filter((edit, index) => {
      const found = read[index]
      if (found) items.set(edit.id, found)
      return !found
    })
    if (unread.length === 0) continue
    // It builds on rows of a later epoch; the gate let it through, so that they are there by now.
    const late = await plans.askPast(pool, planId, headSeq, 'late', partsOf(unread))
    for (const [index, edit] of unread.entries()) items.set(edit.id, late[index] ?? [])
  }
  return items
}
