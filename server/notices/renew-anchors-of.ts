import type pg from 'pg'
import { passageSchema } from '#domain/advice/advice-place.ts'
import type { AnchoredPassage } from '#domain/advice/find-passages.ts'
import { announce } from '../db/announce.ts'
import { inTransaction } from '../db/transaction.ts'
import type { PlanReader } from '../log/plan-reader.ts'
import type { DuePlan } from './due-plans.ts'

interface Anchored extends AnchoredPassage {
  threadId: string
  /** As it is stored, to be compared when it is written. */
  kept: Buffer | null
}

/**
 * Keeps new anchors of the passages whose letters were written anew (SPEC Q25). Writes rows of threads and never the
 * plan; of two nodes that are at it, and of an anchor that changed meanwhile, the first one stays.
 */
export async function renewAnchorsOf(
  pool: pg.Pool,
  plans: PlanReader,
  { planId, branchId }: Pick<DuePlan, 'planId' | 'branchId'>,
): Promise<void> {
  const passages = await readPassages(pool, planId)
  if (passages.length === 0) return
  const { answer } = await plans.ask(pool, planId, 'renewals', passages)
  const renewed = passages.flatMap((passage, index) => {
    const anchor = answer[index]
    return anchor ? [{ ...passage, anchor }] : []
  })
  if (renewed.length === 0) return
  await inTransaction(pool, '', async (client) => {
    const raised = await client.query<{ rev: string }>(
      'update plan_advice set rev = rev + 1 where plan_id = $1 returning rev',
      [planId],
    )
    for (const { threadId, kept, anchor } of renewed) {
      await client.query(
        'update thread set anchor = $2, rev = $3 where id = $1 and anchor is not distinct from $4',
        [threadId, Buffer.from(anchor, 'base64'), raised.rows[0]?.rev, kept],
      )
    }
    await announce(client, { kind: 'changed', what: 'comments', branchIds: [branchId] })
  })
}

async function readPassages(pool: pg.Pool, planId: string): Promise<Anchored[]> {
  const found = await pool.query<{ id: string; anchor: Buffer | null; text: string | null }>(
    `select t.id, t.anchor, t.part, t.quote, t.prefix, t.suffix, t.occurrence,
            case when p.state = 'accepted' and p.change ->> 'kind' = 'replaceText'
                 then p.change ->> 'text' end as text
       from thread t left join proposal p on p.thread_id = t.id
      where t.plan_id = $1 and t.place_kind = 'passage'`,
    [planId],
  )
  return found.rows.flatMap(({ id, anchor, text, ...words }) => {
    const passage = passageSchema.safeParse({ kind: 'passage', ...words })
    if (!passage.success) return []
    const known = anchor?.toString('base64') ?? null
    return [
      {
        threadId: id,
        kept: anchor,
        passage: passage.data,
        anchor: known,
        replacement: text || null,
      },
    ]
  })
}
