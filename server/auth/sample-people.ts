import type { BranchOffice, RoleName } from '#domain/vocabulary.ts'
import type { Database } from '../db/database.ts'
import { addPerson } from './add-person.ts'
import { findUnit } from './office/find-unit.ts'

interface SamplePerson {
  username: string
  /** Used where no member of the branch is meant. */
  fullName: string
  role: RoleName
  units: readonly string[]
  /** Which member of the first unit signs in so; none for those who come from outside. */
  is?: BranchOffice | 'plainMember'
}

const first = 'Chi bộ bản Na Tông 1'
const second = 'Chi bộ bản Na Tông 2'

const samplePeople: readonly SamplePerson[] = [
  { username: 'vanphong', fullName: 'Hoàng Thị Minh Nguyệt', role: 'office', units: [] },
  { username: 'bithu', fullName: 'Bí thư', role: 'secretary', units: [first], is: 'secretary' },
  { username: 'phobithu', fullName: 'Phó bí thư', role: 'deputy', units: [first], is: 'deputy' },
  {
    username: 'chiuy',
    fullName: 'Chi ủy viên',
    role: 'committee',
    units: [first],
    is: 'committee',
  },
  { username: 'canbo', fullName: 'Trần Quốc Việt', role: 'cadre', units: [first, second] },
  {
    username: 'dangvien',
    fullName: 'Đảng viên',
    role: 'member',
    units: [first],
    is: 'plainMember',
  },
  { username: 'bithu2', fullName: 'Bí thư', role: 'secretary', units: [second], is: 'secretary' },
]

/** The user names of the sample, for whoever prints them. */
export function sampleUsernames(): string[] {
  return samplePeople.map(({ username }) => username)
}

/**
 * Adds the people who sign in to the sample commune, all with one password, each linked to a real member of
 * the list where they are one. Who is there already is left alone, so a start that was cut short is made good
 * by the next. Throws `OfficeRefusal` when the commune has not got the two branches.
 */
export async function addSamplePeople(
  database: Database,
  sample: { commune: string; password: string },
): Promise<void> {
  const present = await database.prisma.person.findMany({
    where: { username: { in: sampleUsernames() } },
    select: { username: true },
  })
  const missing = samplePeople.filter(
    ({ username }) => !present.some((person) => person.username === username),
  )
  for (const person of missing) {
    const names = person.role === 'office' ? [sample.commune] : person.units
    const units = await Promise.all(
      names.map((unit) => findUnit(database, { role: person.role, unit, commune: sample.commune })),
    )
    const member = person.is ? await findSampleMember(database, units[0]?.id, person.is) : null
    await addPerson(database, {
      username: person.username,
      fullName: member?.fullName ?? person.fullName,
      password: sample.password,
      mustChangePassword: false,
      memberId: member?.id ?? null,
      grants: units.map(({ id }) => ({ role: person.role, unitId: id })),
    })
  }
}

/** The first by code with that office; as plain member the first who can be given a household group. */
function findSampleMember(
  database: Pick<Database, 'prisma'>,
  branchId: string | undefined,
  is: BranchOffice | 'plainMember',
): Promise<{ id: string; fullName: string } | null> {
  const plain = { office: null, field: null, reason: null }
  return database.prisma.member.findFirst({
    where: {
      branchId: branchId ?? '',
      retiredAt: null,
      ...(is === 'plainMember' ? plain : { office: is }),
    },
    orderBy: { code: 'asc' },
    select: { id: true, fullName: true },
  })
}
