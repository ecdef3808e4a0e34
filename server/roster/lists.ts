import { householdColumns, memberColumns } from './columns.ts'
import { type HouseholdList, type ListedHousehold, readHouseholdList } from './household-list.ts'
import { type ListedMember, readMemberList } from './member-list.ts'
import { nameKey } from './name-key.ts'
import { type Refusal, RosterRefused } from './refusal.ts'

/** Both lists of a commune, sound in every cell. */
export interface Lists {
  members: readonly ListedMember[]
  households: readonly ListedHousehold[]
  /** Columns that were in a file and are not kept. */
  leftOut: readonly string[]
}

/**
 * Reads both files. `knownHamlets` are those that the commune has already: a household's hamlet must be one of
 * them or the residence of a listed member, so that a slip of the pen founds no hamlet. A file without a single
 * row is refused: with --retire it would send everybody away.
 * Throws RosterRefused with every refusal of both files, in the order of their lines.
 */
export async function readLists(
  paths: { members: string; households: string },
  knownHamlets: readonly string[],
): Promise<Lists> {
  const memberList = await readMemberList(paths.members)
  const householdList = await readHouseholdList(paths.households)
  const hamlets = new Set([...knownHamlets, ...memberList.residences].map(nameKey))
  const memberRefusals = [
    ...memberList.refusals,
    ...noRows(memberList.file, memberColumns.read.code, memberList.members.length),
  ]
  const householdRefusals = [
    ...householdList.refusals,
    ...unknownHamlets(householdList, hamlets),
    ...noRows(householdList.file, householdColumns.read.code, householdList.households.length),
  ]
  const refusals = [...inLineOrder(memberRefusals), ...inLineOrder(householdRefusals)]
  if (refusals.length > 0) throw new RosterRefused(refusals)
  return {
    members: memberList.members,
    households: householdList.households,
    leftOut: [...memberList.leftOut, ...householdList.leftOut],
  }
}

function unknownHamlets(
  { file, hamlets }: Pick<HouseholdList, 'file' | 'hamlets'>,
  known: ReadonlySet<string>,
): Refusal[] {
  const column = householdColumns.read.hamlet
  return hamlets
    .filter(({ hamlet }) => hamlet !== '' && !known.has(nameKey(hamlet)))
    .map(({ line, hamlet }) => {
      const value = hamlet.slice(0, 40)
      return { file, line, column, reason: 'unknownHamlet', value, expected: '' }
    })
}

function noRows(file: string, column: string, rows: number): Refusal[] {
  if (rows > 0) return []
  return [{ file, line: 2, column, reason: 'missing', value: '', expected: '' }]
}

function inLineOrder(refusals: readonly Refusal[]): Refusal[] {
  return [...refusals].sort((a, b) => a.line - b.line)
}
