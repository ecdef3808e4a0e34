import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { type Changer, thingOf } from '#domain/record/changer.ts'
import type { Database } from '../../db/database.ts'
import { houseReaders } from '../../log/house-readers.ts'
import { readNames } from '../advice/read-names.ts'
import { requireMonth } from '../advice/require-month.ts'
import { type Asker, seenBranch } from '../seen-branch.ts'
import { findMonth } from './month-ground.ts'

/** More changes than these name nobody for the oldest. */
const most = 1_000

/**
 * Who changed which things of a plan after a row of its log, the last to do so first. What somebody took back at once
 * names nobody. Throws `badMonth`, `badInput`, `unknownUnit`, `noRight` and `noSuchPlan`.
 */
export async function changersFor(
  database: Database,
  asker: Asker,
  branchId: string,
  month: string,
  seq: number,
): Promise<Changer[]> {
  requireMonth(month)
  await seenBranch(database, asker, branchId, 'plan.comment')
  if (!Number.isSafeInteger(seq) || seq < 1) throw new DomainError('badInput', { field: 'seq' })
  const { planId } = await findMonth(database, branchId, month)
  const question = { groupId: null, before: null, after: seq, most }
  const { entries } = await houseReaders().history.read(database.pool, planId, question)
  const things = new Map<string, Set<string>>()
  for (const { personId, change } of entries) {
    if (personId === null) continue
    const own = things.get(personId) ?? new Set()
    things.set(personId, own.add(thingOf(change)))
  }
  const named = await readNames(database.prisma, [...things.keys()])
  return [...things].map(([personId, own]) => ({
    personId,
    name: named(personId).fullName,
    things: [...own],
  }))
}
