import type { HistoryEntry, PlanChange } from './plan-change.ts'

type ProseChange = Extract<PlanChange, { kind: 'prose' }>

/**
 * An editor that turns a paragraph into a heading or an item of a list takes it out and puts another in, in one row:
 * told as what it was for the person, one paragraph that changed. Entries keep their order.
 */
export function mergeReshaped<Entry extends HistoryEntry>(entries: readonly Entry[]): Entry[] {
  const removedIn = inRows(entries, 'removed', ({ last }) => last.seq)
  const writtenIn = inRows(entries, 'written', ({ first }) => first.seq)
  const merged = new Map<Entry, Entry | null>()
  for (const [row, written] of writtenIn) {
    const removed = removedIn.get(row) ?? []
    for (const entry of written) {
      const other = partnerOf(entry, removed, written.length)
      if (other === undefined) continue
      removed.splice(removed.indexOf(other), 1)
      merged.set(other, null)
      merged.set(entry, { ...entry, change: asOne(other.change, entry.change) })
    }
  }
  return entries.flatMap((entry) => {
    const now = merged.get(entry)
    return now === null ? [] : [now ?? entry]
  })
}

/** Those that one row took out or put in, by person, part and row. */
function inRows<Entry extends HistoryEntry>(
  entries: readonly Entry[],
  how: ProseChange['how'],
  rowOf: (entry: Entry) => number,
): Map<string, Entry[]> {
  const rows = new Map<string, Entry[]>()
  for (const entry of entries) {
    const { change, personId } = entry
    if (change.kind !== 'prose' || change.how !== how) continue
    const key = `${personId} ${change.part} ${rowOf(entry)}`
    const row = rows.get(key)
    if (row) row.push(entry)
    else rows.set(key, [entry])
  }
  return rows
}

/** The one with the same words, or the only one when one went and one came. */
function partnerOf<Entry extends HistoryEntry>(
  entry: Entry,
  removed: readonly Entry[],
  written: number,
): Entry | undefined {
  const words = wordsOf(entry.change).to
  const same = removed.find(({ change }) => wordsOf(change).from === words)
  return same ?? (removed.length === 1 && written === 1 ? removed[0] : undefined)
}

function wordsOf(change: PlanChange): { from: string; to: string } {
  return change.kind === 'prose' ? change : { from: '', to: '' }
}

function asOne(removed: PlanChange, written: PlanChange): PlanChange {
  if (written.kind !== 'prose') return written
  const { from } = wordsOf(removed)
  return { ...written, how: from === written.to ? 'reshaped' : 'edited', from }
}
