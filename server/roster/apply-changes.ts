import type { Prisma } from '../db/generated/client.ts'
import type { RosterChanges } from './compare-roster.ts'
import { nameKey } from './name-key.ts'
import type { RecordedRoster } from './recorded-roster.ts'
import { retire } from './retire.ts'
import { type UnitIds, writeHouseholds, writeMembers } from './write-rows.ts'

/** Told how many rows of one kind are written so far. */
export type Progress = (kind: 'members' | 'households', done: number, all: number) => void

export interface ApplyOptions {
  commune: string
  retire: boolean
  onProgress: Progress
}

/** Writes the changes, and nothing that is not a change. Returns the commune's id and the branches it has now. */
export async function applyChanges(
  tx: Prisma.TransactionClient,
  recorded: RecordedRoster,
  changes: RosterChanges,
  options: ApplyOptions,
): Promise<{ communeId: string; branchIds: string[] }> {
  const communeId = recorded.communeId ?? (await createCommune(tx, options.commune))
  const branches = await writeBranches(tx, communeId, recorded, changes.newBranches)
  const hamlets = await writeHamlets(tx, communeId, recorded, changes.newHamlets)
  await tx.branchHamlet.createMany({
    data: changes.newLinks.map(({ branch, hamlet }) => ({
      branchId: idOf(branches, branch),
      hamletId: idOf(hamlets, hamlet),
    })),
  })
  const groups = await writeGroups(tx, recorded, changes, hamlets)
  const ids: UnitIds = {
    communeId,
    branch: (key) => idOf(branches, key),
    hamlet: (key) => idOf(hamlets, key),
    group: (hamlet, key) => idOf(groups, `${hamlet}/${key}`),
  }
  await writeMembers(tx, ids, changes.members, options.onProgress)
  await writeHouseholds(tx, ids, changes.households, options.onProgress)
  if (options.retire) await retire(tx, communeId, changes)
  return { communeId, branchIds: [...branches.values()] }
}

async function createCommune(tx: Prisma.TransactionClient, name: string): Promise<string> {
  const { id } = await tx.orgUnit.create({ data: { kind: 'commune', name }, select: { id: true } })
  return id
}

async function writeBranches(
  tx: Prisma.TransactionClient,
  parentId: string,
  recorded: RecordedRoster,
  names: readonly string[],
): Promise<Map<string, string>> {
  const created = await tx.orgUnit.createManyAndReturn({
    data: names.map((name, i) => ({
      kind: 'branch',
      name,
      parentId,
      position: recorded.branches.length + i + 1,
    })),
    select: { id: true, name: true },
  })
  return byKey([...recorded.branches, ...created])
}

async function writeHamlets(
  tx: Prisma.TransactionClient,
  communeId: string,
  recorded: RecordedRoster,
  names: readonly string[],
): Promise<Map<string, string>> {
  const created = await tx.hamlet.createManyAndReturn({
    data: names.map((name, i) => ({
      communeId,
      name,
      position: recorded.hamlets.length + i + 1,
    })),
    select: { id: true, name: true },
  })
  return byKey([...recorded.hamlets, ...created])
}

/** Ids of groups by `<hamlet key>/<group key>`. */
async function writeGroups(
  tx: Prisma.TransactionClient,
  recorded: RecordedRoster,
  changes: RosterChanges,
  hamlets: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const created = await tx.householdGroup.createManyAndReturn({
    data: changes.newGroups.map(({ hamlet, name }) => ({
      hamletId: idOf(hamlets, hamlet),
      name,
      position: Number(/\d{1,6}/.exec(name)?.[0] ?? 0),
    })),
    select: { id: true, name: true, hamletId: true },
  })
  if (changes.returnedGroups.length > 0) {
    await tx.householdGroup.updateMany({
      where: { id: { in: [...changes.returnedGroups] } },
      data: { retiredAt: null },
    })
  }
  const hamletKeys = new Map([...hamlets].map(([key, id]) => [id, key]))
  return new Map([
    ...recorded.groups.map(({ id, hamlet, key }) => [`${hamlet}/${key}`, id] as const),
    ...created.map(
      ({ id, hamletId, name }) => [`${hamletKeys.get(hamletId)}/${nameKey(name)}`, id] as const,
    ),
  ])
}

function byKey(units: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(units.map(({ id, name }) => [nameKey(name), id]))
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`no unit was made for "${key}"`)
  return id
}
