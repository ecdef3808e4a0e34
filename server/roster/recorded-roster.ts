import type {
  BranchOffice,
  HouseholdStatus,
  ReasonClass,
  Standing,
  Strength,
  SupportNeed,
  WorkField,
} from '#domain/vocabulary.ts'
import type { Prisma } from '../db/generated/client.ts'
import { nameKey } from './name-key.ts'

/** A commune's roster as the database has it, units named by their keys so that lists compare with it. */
export interface RecordedRoster {
  communeId: string | null
  branches: readonly RecordedBranch[]
  hamlets: readonly { id: string; key: string; name: string }[]
  groups: readonly { id: string; hamlet: string; key: string; name: string; retired: boolean }[]
  members: readonly RecordedMember[]
  households: readonly RecordedHousehold[]
}

export interface RecordedBranch {
  id: string
  key: string
  name: string
  /** Keys of the names it had before: an office's list may still use one. */
  formerKeys: readonly string[]
  hamletIds: readonly string[]
}

/** Everything that a list can say about a member, units by key. */
export interface MemberFacts {
  code: string
  fullName: string
  sortName: string
  branch: string
  hamlet: string | null
  standing: Standing
  office: BranchOffice | null
  field: WorkField | null
  reason: ReasonClass | null
  reasonUntil: Date | null
  listedReason: ReasonClass | null
  strengths: readonly Strength[]
  maxGroups: number | null
  retired: boolean
}

export interface RecordedMember extends MemberFacts {
  id: string
}

/** Everything that a list can say about a household, units by key. */
export interface HouseholdFacts {
  code: string
  headName: string
  hamlet: string
  group: string | null
  people: number
  status: HouseholdStatus
  supportNeed: SupportNeed | null
  retired: boolean
}

export interface RecordedHousehold extends HouseholdFacts {
  id: string
}

/** Reads all of it inside the import's transaction. An unknown commune has an empty roster. */
export async function readRecorded(
  tx: Prisma.TransactionClient,
  commune: string,
): Promise<RecordedRoster> {
  const communeId = await findCommune(tx, commune)
  if (communeId === null) {
    return { communeId, branches: [], hamlets: [], groups: [], members: [], households: [] }
  }
  const hamlets = await tx.hamlet.findMany({ where: { communeId }, select: named })
  const hamletKeys = new Map(hamlets.map(({ id, name }) => [id, nameKey(name)]))
  const branches = await readBranches(tx, communeId)
  const branchKeys = new Map(branches.map(({ id, key }) => [id, key]))
  const groups = await readGroups(tx, communeId, hamletKeys)
  const groupKeys = new Map(groups.map(({ id, key }) => [id, key]))
  return {
    communeId,
    branches,
    hamlets: hamlets.map(({ id, name }) => ({ id, name, key: nameKey(name) })),
    groups,
    members: await readMembers(tx, communeId, { branchKeys, hamletKeys }),
    households: await readHouseholds(tx, communeId, { groupKeys, hamletKeys }),
  }
}

const named = { id: true, name: true } as const

async function findCommune(tx: Prisma.TransactionClient, commune: string): Promise<string | null> {
  const communes = await tx.orgUnit.findMany({
    where: { kind: 'commune', validTo: null },
    select: { ...named, predecessors: { select: { formerName: true } } },
  })
  const wanted = nameKey(commune)
  const now = communes.find(({ name }) => nameKey(name) === wanted)
  const once = communes.find((unit) =>
    unit.predecessors.some(({ formerName }) => nameKey(formerName) === wanted),
  )
  return (now ?? once)?.id ?? null
}

/** All branches under the commune, however many levels lie between. */
async function readBranches(
  tx: Prisma.TransactionClient,
  communeId: string,
): Promise<RecordedBranch[]> {
  const below = await tx.$queryRaw<{ id: string }[]>`
    with recursive down(id, kind) as (
      select id, kind from org_unit where parent_id = ${communeId}::uuid and valid_to is null
      union
      select u.id, u.kind from org_unit u join down d on u.parent_id = d.id where u.valid_to is null)
    select id from down where kind = 'branch'`
  const branches = await tx.orgUnit.findMany({
    where: { id: { in: below.map(({ id }) => id) } },
    select: {
      ...named,
      predecessors: { select: { formerName: true } },
      serves: { select: { hamletId: true } },
    },
  })
  return branches.map(({ id, name, predecessors, serves }) => ({
    id,
    name,
    key: nameKey(name),
    formerKeys: predecessors.map(({ formerName }) => nameKey(formerName)),
    hamletIds: serves.map(({ hamletId }) => hamletId),
  }))
}

async function readGroups(
  tx: Prisma.TransactionClient,
  communeId: string,
  hamletKeys: ReadonlyMap<string, string>,
) {
  const groups = await tx.householdGroup.findMany({ where: { hamlet: { communeId } } })
  return groups.map(({ id, hamletId, name, retiredAt }) => ({
    id,
    hamlet: hamletKeys.get(hamletId) ?? '',
    key: nameKey(name),
    name,
    retired: retiredAt !== null,
  }))
}

async function readMembers(
  tx: Prisma.TransactionClient,
  communeId: string,
  keys: { branchKeys: ReadonlyMap<string, string>; hamletKeys: ReadonlyMap<string, string> },
): Promise<RecordedMember[]> {
  const members = await tx.member.findMany({ where: { communeId } })
  return members.map(({ branchId, hamletId, retiredAt, ...member }) => ({
    ...member,
    branch: keys.branchKeys.get(branchId) ?? '',
    hamlet: hamletId === null ? null : (keys.hamletKeys.get(hamletId) ?? null),
    retired: retiredAt !== null,
  }))
}

async function readHouseholds(
  tx: Prisma.TransactionClient,
  communeId: string,
  keys: { groupKeys: ReadonlyMap<string, string>; hamletKeys: ReadonlyMap<string, string> },
): Promise<RecordedHousehold[]> {
  const households = await tx.household.findMany({ where: { communeId } })
  return households.map(({ hamletId, groupId, retiredAt, ...household }) => ({
    ...household,
    hamlet: keys.hamletKeys.get(hamletId) ?? '',
    group: groupId === null ? null : (keys.groupKeys.get(groupId) ?? null),
    retired: retiredAt !== null,
  }))
}
