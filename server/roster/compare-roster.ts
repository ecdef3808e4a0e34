import { sortNameOf } from '#domain/names.ts'
import { compareRows, type RowChanges } from './compare-rows.ts'
import type { ListedHousehold } from './household-list.ts'
import { mergeReason } from './listed-reason.ts'
import type { Lists } from './lists.ts'
import type { ListedMember } from './member-list.ts'
import { nameKey } from './name-key.ts'
import type {
  HouseholdFacts,
  MemberFacts,
  RecordedMember,
  RecordedRoster,
} from './recorded-roster.ts'
import { servedHamlet } from './served-hamlet.ts'

/** What the lists would change. Units are named by key (`nameKey`), so that it can be said before they exist. */
export interface RosterChanges {
  newBranches: readonly string[]
  newHamlets: readonly string[]
  newGroups: readonly { hamlet: string; name: string }[]
  /** Retired groups that have households again. */
  returnedGroups: readonly string[]
  newLinks: readonly { branch: string; hamlet: string }[]
  members: RowChanges<MemberFacts>
  households: RowChanges<HouseholdFacts>
}

/** Pure: compares, decides, changes nothing. */
export function compareRoster(recorded: RecordedRoster, lists: Lists): RosterChanges {
  const branchKey = keyOfBranch(recorded)
  const members = compareRows<ListedMember, MemberFacts>(
    lists.members,
    recorded.members,
    (row, known) => wantedMember(row, known, branchKey),
  )
  const households = compareRows<ListedHousehold, HouseholdFacts>(
    lists.households,
    recorded.households,
    wantedHousehold,
  )
  const knownBranches = new Set(recorded.branches.map(({ key }) => key))
  const newBranches = firstOfEach(lists.members.map(({ branch }) => branch)).filter(
    (name) => !knownBranches.has(branchKey(name)),
  )
  const newHamlets = findNewHamlets(recorded, lists)
  return {
    newBranches,
    newHamlets,
    ...findGroups(recorded, lists),
    newLinks: findLinks(recorded, newBranches, newHamlets),
    members,
    households,
  }
}

/** A list may still use a branch's former name. */
function keyOfBranch(recorded: RecordedRoster): (name: string) => string {
  const current = new Set(recorded.branches.map(({ key }) => key))
  const former = new Map(
    recorded.branches.flatMap(({ key, formerKeys }) =>
      formerKeys.map((old) => [old, key] as const),
    ),
  )
  return (name) => {
    const key = nameKey(name)
    return current.has(key) ? key : (former.get(key) ?? key)
  }
}

function wantedMember(
  row: ListedMember,
  known: RecordedMember | undefined,
  branchKey: (name: string) => string,
): MemberFacts {
  const { line: _, ...listed } = row
  const before = known ?? { reason: null, reasonUntil: null, listedReason: null }
  const { reason, reasonUntil, listedReason } = mergeReason(before, row.reason)
  return {
    ...listed,
    // The office may have corrected the sort name since; only a new name asks for a new one.
    sortName: known?.fullName === row.fullName ? known.sortName : sortNameOf(row.fullName),
    branch: branchKey(row.branch),
    hamlet: row.hamlet === null ? null : nameKey(row.hamlet),
    reason,
    reasonUntil,
    listedReason,
    retired: false,
  }
}

function wantedHousehold(row: ListedHousehold): HouseholdFacts {
  const { line: _, ...listed } = row
  return {
    ...listed,
    hamlet: nameKey(row.hamlet),
    group: row.group === null ? null : nameKey(row.group),
    retired: false,
  }
}

function findNewHamlets(recorded: RecordedRoster, lists: Lists): string[] {
  const known = new Set(recorded.hamlets.map(({ key }) => key))
  const residences = lists.members.flatMap(({ hamlet }) => (hamlet === null ? [] : [hamlet]))
  const named = [...lists.households.map(({ hamlet }) => hamlet), ...residences]
  return firstOfEach(named).filter((name) => !known.has(nameKey(name)))
}

function findGroups(
  recorded: RecordedRoster,
  lists: Lists,
): Pick<RosterChanges, 'newGroups' | 'returnedGroups'> {
  const listed = new Map<string, { hamlet: string; name: string }>(
    lists.households.flatMap(({ hamlet, group: name }) =>
      name === null ? [] : [[`${nameKey(hamlet)}/${nameKey(name)}`, { hamlet, name }] as const],
    ),
  )
  const known = new Map<string, { id: string; retired: boolean }>(
    recorded.groups.map((group) => [`${group.hamlet}/${group.key}`, group]),
  )
  return {
    newGroups: [...listed].flatMap(([key, { hamlet, name }]) =>
      known.has(key) ? [] : [{ hamlet: nameKey(hamlet), name }],
    ),
    returnedGroups: [...known].flatMap(([key, { id, retired }]) =>
      retired && listed.has(key) ? [id] : [],
    ),
  }
}

/** A branch that serves a hamlet already keeps it; the others serve the one that their name ends in. */
function findLinks(
  recorded: RecordedRoster,
  newBranches: readonly string[],
  newHamlets: readonly string[],
): { branch: string; hamlet: string }[] {
  const hamlets = [...recorded.hamlets.map(({ name }) => name), ...newHamlets]
  const unlinked = recorded.branches.filter(({ hamletIds }) => hamletIds.length === 0)
  return [...unlinked.map(({ name }) => name), ...newBranches].flatMap((branch) => {
    const hamlet = servedHamlet(branch, hamlets)
    return hamlet === null ? [] : [{ branch: nameKey(branch), hamlet: nameKey(hamlet) }]
  })
}

/** Each name once, as it was first written. */
function firstOfEach(names: readonly string[]): string[] {
  const first = new Map<string, string>()
  for (const name of names) if (!first.has(nameKey(name))) first.set(nameKey(name), name)
  return [...first.values()]
}
