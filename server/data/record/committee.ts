import 'server-only'
import type { RecordPerson } from '#domain/record/month-record.ts'
import { can, type Place } from '#domain/rights.ts'
import { type BranchOffice, branchOffices } from '#domain/vocabulary.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { readPlanPeople } from '../advice/plan-people.ts'

/** People of a branch by what they are there, secretary first. */
export interface Committee {
  /** Whoever may sign off. */
  members: RecordPerson[]
  /** Anybody by id and name, as what they are now. */
  person(personId: string): RecordPerson
}

/** `others` are people who may have left the branch and whose names are wanted all the same. */
export async function readCommittee(
  prisma: Prisma.TransactionClient,
  place: Place,
  others: readonly string[],
): Promise<Committee> {
  const here = await readPlanPeople(prisma, place)
  const members = here
    .filter(({ grants }) => can(grants, 'plan.edit', place))
    .map(({ personId, name, role }) => ({ personId, name, office: officeOf(role) }))
    .sort((a, b) => rank(a) - rank(b))
  const unknown = others.filter((id) => members.every(({ personId }) => personId !== id))
  const rows =
    unknown.length === 0
      ? []
      : await prisma.person.findMany({
          where: { id: { in: [...new Set(unknown)] } },
          select: { id: true, fullName: true },
        })
  return {
    members,
    person: (personId) =>
      members.find((each) => each.personId === personId) ?? {
        personId,
        name: rows.find(({ id }) => id === personId)?.fullName ?? '',
        office: null,
      },
  }
}

function officeOf(role: string | null): BranchOffice | null {
  return branchOffices.find((office) => office === role) ?? null
}

function rank({ office }: RecordPerson): number {
  return office === null ? branchOffices.length : branchOffices.indexOf(office)
}
