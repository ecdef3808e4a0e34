// The history thread's own entry; bin/setup/bundle.mjs makes a file of its own of it.
import type { HistoryEntry } from '#domain/history/plan-change.ts'
import { PlanHistory } from '#domain/history/plan-history.ts'
import { carryOut } from './carry-out.ts'
import { unpackUpdates } from './fold-order.ts'
import type { HistoryAnswer, HistoryOrder, HistoryPage, HistoryQuestion } from './history-order.ts'

interface Kept {
  history: PlanHistory
  seq: number
  bytes: number
}

/** Bytes of rows whose histories are kept at a time. A history holds its plan twice. */
const mostBytes = 12 * 1024 * 1024

/** By plan; the one asked last comes last. */
const kept = new Map<string, Kept>()

carryOut((order: HistoryOrder) => ({ answer: answerTo(order) }))

function answerTo(order: HistoryOrder): HistoryAnswer {
  const { planId, after, question } = order
  const known = after === 0 ? newlyKept() : kept.get(planId)
  if (known?.seq !== after) return { isKnown: false, page: null }
  // Rows that fail half-way leave nothing behind to go on with.
  kept.delete(planId)
  addRows(known, order)
  kept.set(planId, known)
  forgetOldest()
  return { isKnown: true, page: question && pageOf(known.history.entries(), question) }
}

function newlyKept(): Kept {
  return { history: new PlanHistory(), seq: 0, bytes: 0 }
}

function addRows(known: Kept, order: HistoryOrder): void {
  for (const [index, update] of unpackUpdates(order).entries()) {
    known.seq += 1
    known.bytes += update.byteLength
    const personId = order.personIds[index] ?? null
    known.history.add({ seq: known.seq, at: order.times[index] ?? 0, personId, update })
  }
}

function forgetOldest(): void {
  let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes, 0)
  for (const [planId, each] of kept) {
    if (bytes <= mostBytes || kept.size === 1) return
    kept.delete(planId)
    bytes -= each.bytes
  }
}

function pageOf(entries: readonly HistoryEntry[], question: HistoryQuestion): HistoryPage {
  const { groupId, before, after, most } = question
  const wanted = entries.filter(
    (entry) =>
      entry.last.seq > after &&
      (before === null || entry.last.seq < before) &&
      (groupId === null || isAbout(entry, groupId)),
  )
  // Changes that ended with one row stay together, since pages are parted by rows.
  const end = wanted.findIndex(
    ({ last }, index) => index >= most && last.seq !== wanted[index - 1]?.last.seq,
  )
  return { entries: end < 0 ? wanted : wanted.slice(0, end), hasOlder: end >= 0 }
}

function isAbout({ change }: HistoryEntry, groupId: string): boolean {
  if (change.kind === 'task') return change.groupIds.includes(groupId)
  if (change.kind !== 'places') return false
  return [...change.from, ...change.to].some(
    (target) => target.kind === 'group' && target.id === groupId,
  )
}
