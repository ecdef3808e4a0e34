// A branch of a spec's own: the people, groups and households of a sample branch in a commune of its own, so that
// what a spec changes in the roster reaches nobody else.
import { randomUUID } from 'node:crypto'
import type { Database } from '#server/db/database.ts'

export interface CopiedBranch {
  readonly id: string
  readonly name: string
  /** Of its own: nothing else is in it. */
  readonly commune: { readonly id: string; readonly name: string }
}

let copies = 0

/** Copies a branch that serves hamlets. Member and household codes keep their ends. */
export async function copyBranch({ prisma }: Database, from: string): Promise<CopiedBranch> {
  copies += 1
  const mark = `T${process.pid}x${copies}`
  const old = await prisma.orgUnit.findFirstOrThrow({
    where: { kind: 'branch', name: from },
    include: {
      members: { where: { retiredAt: null } },
      serves: { include: { hamlet: { include: { groups: true, households: true } } } },
    },
  })
  const commune = { id: randomUUID(), kind: 'commune' as const, name: `xã ${mark}` }
  const branch = {
    id: randomUUID(),
    kind: 'branch' as const,
    name: `${from} ${mark}`,
    parentId: commune.id,
  }
  const ids = new Map<string, string>()
  const fresh = (id: string) => {
    const known = ids.get(id) ?? randomUUID()
    ids.set(id, known)
    return known
  }
  const hamlets = old.serves.map(({ hamlet }) => hamlet)
  const here = { communeId: commune.id }
  await prisma.orgUnit.create({ data: commune })
  await prisma.orgUnit.create({ data: branch })
  await prisma.hamlet.createMany({
    data: hamlets.map(({ id, name, position }) => ({ id: fresh(id), name, position, ...here })),
  })
  await prisma.branchHamlet.createMany({
    data: hamlets.map(({ id }) => ({ branchId: branch.id, hamletId: fresh(id) })),
  })
  await prisma.householdGroup.createMany({
    data: hamlets.flatMap(({ groups }) =>
      groups.map((group) => ({ ...group, id: fresh(group.id), hamletId: fresh(group.hamletId) })),
    ),
  })
  await prisma.household.createMany({
    data: hamlets.flatMap(({ households }) =>
      households.map((household) => ({
        ...household,
        ...here,
        id: randomUUID(),
        code: `${mark}-${household.code}`,
        hamletId: fresh(household.hamletId),
        groupId: household.groupId && fresh(household.groupId),
      })),
    ),
  })
  const isHere = new Set(hamlets.map(({ id }) => id))
  await prisma.member.createMany({
    data: old.members.map((member) => ({
      ...member,
      ...here,
      id: randomUUID(),
      branchId: branch.id,
      code: `${mark}-${member.code}`,
      hamletId: member.hamletId && isHere.has(member.hamletId) ? fresh(member.hamletId) : null,
    })),
  })
  return { id: branch.id, name: branch.name, commune: { id: commune.id, name: commune.name } }
}
