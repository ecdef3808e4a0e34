import { z } from 'zod'
import {
  codeCell,
  numberCell,
  optionalUnitCell,
  personCell,
  readRow,
  unitCell,
  wordCell,
} from './cells.ts'
import { householdColumns } from './columns.ts'
import { needWords, statusWords } from './list-words.ts'
import { readTable } from './read-table.ts'
import type { Refusal } from './refusal.ts'
import { repeatedCodes } from './repeated-codes.ts'

const householdCells = z.object({
  code: codeCell,
  headName: personCell,
  hamlet: unitCell,
  group: optionalUnitCell,
  people: numberCell(1, 99),
  status: wordCell(statusWords, 'none'),
  supportNeed: wordCell(needWords, null),
})

/** A household as the office's list has it; hamlet and group by name. */
export interface ListedHousehold extends z.infer<typeof householdCells> {
  line: number
}

export interface HouseholdList {
  file: string
  households: readonly ListedHousehold[]
  /** Of all rows, the refused ones too. */
  hamlets: readonly { line: number; hamlet: string }[]
  refusals: readonly Refusal[]
  leftOut: readonly string[]
}

/** Reads the households' list. Wrong cells come back as refusals; a wrong file or header throws. */
export async function readHouseholdList(path: string): Promise<HouseholdList> {
  const { file, rows, leftOut, refusals } = await readTable(path, householdColumns)
  const place = { file, titles: householdColumns.read }
  const read = rows.map((row) => ({ line: row.line, ...readRow(householdCells, row, place) }))
  const households = read.flatMap(({ line, value }) => (value ? [{ line, ...value }] : []))
  return {
    file,
    households,
    hamlets: rows.map(({ line, cells }) => ({ line, hamlet: cells.hamlet })),
    leftOut,
    refusals: [
      ...refusals,
      ...read.flatMap((row) => row.refusals),
      ...repeatedCodes(file, householdColumns.read.code, rows),
    ],
  }
}
