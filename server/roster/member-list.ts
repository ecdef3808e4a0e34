import { z } from 'zod'
import {
  codeCell,
  optionalNumberCell,
  optionalUnitCell,
  personCell,
  readRow,
  unitCell,
  wordCell,
  wordsCell,
} from './cells.ts'
import { memberColumns } from './columns.ts'
import { fieldWords, officeWords, reasonWords, standingWords, strengthWords } from './list-words.ts'
import { readTable } from './read-table.ts'
import type { Refusal } from './refusal.ts'
import { repeatedCodes } from './repeated-codes.ts'

const memberCells = z.object({
  code: codeCell,
  fullName: personCell,
  branch: unitCell,
  hamlet: optionalUnitCell,
  office: wordCell(officeWords, null),
  standing: wordCell(standingWords),
  field: wordCell(fieldWords, null),
  reason: wordCell(reasonWords, null),
  strengths: wordsCell(strengthWords),
  maxGroups: optionalNumberCell(1, 50),
})

/** A member as the office's list has it; units by name. */
export interface ListedMember extends z.infer<typeof memberCells> {
  line: number
}

export interface MemberList {
  file: string
  members: readonly ListedMember[]
  /** Of all rows, the refused ones too: where people live tells which hamlets there are. */
  residences: readonly string[]
  refusals: readonly Refusal[]
  leftOut: readonly string[]
}

/** Reads the members' list. Wrong cells come back as refusals; a wrong file or header throws. */
export async function readMemberList(path: string): Promise<MemberList> {
  const { file, rows, leftOut, refusals } = await readTable(path, memberColumns)
  const place = { file, titles: memberColumns.read }
  const read = rows.map((row) => ({ line: row.line, ...readRow(memberCells, row, place) }))
  const members = read.flatMap(({ line, value }) => (value ? [{ line, ...value }] : []))
  return {
    file,
    members,
    residences: rows.flatMap(({ cells }) => (cells.hamlet === '' ? [] : [cells.hamlet])),
    leftOut,
    refusals: [
      ...refusals,
      ...read.flatMap((row) => row.refusals),
      ...repeatedCodes(file, memberColumns.read.code, rows),
    ],
  }
}
