import 'server-only'
import type { AdvicePerson } from '#domain/advice/advice-view.ts'
import { can, type Grant, type Place } from '#domain/rights.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** Somebody with a role at a branch, and what they are there. */
export interface PlanPerson extends AdvicePerson {
  grants: readonly Grant[]
  mayComment: boolean
}

/** What a role may do with a plan, most first: the office is told of by its branch role where it has one. */
const strongestFirst: readonly RoleName[] = [
  'secretary',
  'deputy',
  'committee',
  'office',
  'cadre',
  'member',
]

/** Everybody who has a role at this branch at this moment and can sign in, by name. */
export async function readPlanPeople(
  prisma: Prisma.TransactionClient,
  place: Place,
): Promise<PlanPerson[]> {
  const rows = await prisma.person.findMany({
    where: {
      disabledAt: null,
      roles: {
        some: {
          OR: [{ unitId: place.unitId }, { unitId: { in: [...place.above] }, role: 'office' }],
        },
      },
    },
    select: { id: true, fullName: true, roles: { select: { role: true, unitId: true } } },
    orderBy: { fullName: 'asc' },
  })
  return rows.map(({ id, fullName, roles }) => ({
    personId: id,
    name: fullName,
    role: strongestRole(roles, place),
    grants: roles,
    mayComment: can(roles, 'plan.comment', place),
  }))
}

function strongestRole(grants: readonly Grant[], place: Place): RoleName | null {
  const here = grants.filter(
    ({ role, unitId }) =>
      unitId === place.unitId || (role === 'office' && place.above.includes(unitId)),
  )
  return strongestFirst.find((role) => here.some((grant) => grant.role === role)) ?? null
}

/** Who may be mentioned, without anything else that is known of them. */
export function peopleViews(people: readonly PlanPerson[]): AdvicePerson[] {
  return people.filter(({ mayComment }) => mayComment).map(viewOf)
}

/** Somebody by id and name, as what they are at this branch now. */
export function personView(
  people: readonly PlanPerson[],
  { id, fullName }: { id: string; fullName: string },
): AdvicePerson {
  const known = people.find(({ personId }) => personId === id)
  return known ? viewOf(known) : { personId: id, name: fullName, role: null }
}

function viewOf({ personId, name, role }: PlanPerson): AdvicePerson {
  return { personId, name, role }
}
