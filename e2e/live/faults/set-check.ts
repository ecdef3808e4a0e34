import type * as Y from 'yjs'
import { readElements, type SetWriter } from './set-writer.ts'

/** What is wrong with a document, element by element; all empty when nothing is. */
export interface Faults {
  /** A write that was called saved, or a deletion, is not in it. */
  lost: string[]
  doubled: string[]
  /** Nobody sent it. */
  invented: string[]
}

/** Compares a document with what its writers made: each element stands as its last saved write left it, or later. */
export function faultsIn(doc: Y.Doc, writers: readonly SetWriter[]): Faults {
  const found = readElements(doc)
  const faults: Faults = { lost: [], doubled: [], invented: [] }
  const known = new Set<string>()
  for (const writer of writers) {
    for (const [element, versions] of writer.history) {
      known.add(element)
      const present = found.get(element)
      const lastSaved = versions.findLast(({ at }) => at <= writer.saved)
      const later = versions.filter(({ at }) => at > writer.saved)
      const allowed = [lastSaved?.state ?? null, ...later.map(({ state }) => state)]
      if (!allowed.includes(present?.state ?? null)) faults.lost.push(element)
      if ((present?.count ?? 0) > 1) faults.doubled.push(element)
    }
  }
  faults.invented.push(...[...found.keys()].filter((element) => !known.has(element)))
  return faults
}

export const noFaults: Faults = { lost: [], doubled: [], invented: [] }
