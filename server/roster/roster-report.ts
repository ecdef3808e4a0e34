import type { RowChanges } from './compare-rows.ts'

/** What an import did, or with a dry run would do. */
export interface RosterReport {
  commune: string
  /** No row was written: the lists say what the database says. */
  unchanged: boolean
  members: RowCounts
  households: RowCounts
  groups: { all: number; added: number; retired: number }
  newCommune: boolean
  newBranches: readonly string[]
  newHamlets: readonly string[]
  /** All branches of the commune with the hamlets that each serves; none for a school or a health station. */
  branches: readonly { name: string; hamlets: readonly string[] }[]
  /** Codes in the database and not in the lists; kept unless they were to be retired. */
  missing: { members: readonly string[]; households: readonly string[] }
  /** Groups without a household that are still on the board. */
  emptyGroups: readonly { hamlet: string; name: string }[]
  /** Columns that the files have and the product does not keep. */
  leftOut: readonly string[]
}

export interface RowCounts {
  listed: number
  added: number
  changed: number
  returned: number
  retired: number
  unchanged: number
}

export function countRows(changes: RowChanges<unknown>, retire: boolean): RowCounts {
  return {
    listed: changes.added.length + changes.changed.length + changes.unchanged,
    added: changes.added.length,
    changed: changes.changed.length - changes.returned.length,
    returned: changes.returned.length,
    retired: retire ? changes.missing.length : 0,
    unchanged: changes.unchanged,
  }
}
