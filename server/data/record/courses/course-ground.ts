// A commune of its own for each course, in a database that all courses share: small, and there within a few statements.
import { randomBytes } from 'node:crypto'
import { checkKinds } from '#domain/record/commune-rules.ts'
import type { Place } from '#domain/rights.ts'
import type { Database } from '../../../db/database.ts'
import type { Randomness } from '../../../log/begin-plan.ts'
import type { DeskAsker } from '../desk.ts'
import type { CourseModel, Office, PersonModel, RowModel } from './course-model.ts'
import { signOffsWanted } from './expected-answers.ts'

const offices: readonly Office[] = ['secretary', 'deputy', 'committee', 'committee']
const months = ['2027-01', '2027-02'] as const

export interface CourseGround {
  database: Database
  place: Place
  branchId: string
  months: readonly [string, string]
  model: CourseModel
  /** Ids in the order in which they are asked for, alike each time the course is run. */
  randomness: Randomness
  /** As a page that was opened when everybody still had their role. */
  asker(person: PersonModel): DeskAsker
}

let courses = 0

export async function openCourseGround(database: Database): Promise<CourseGround> {
  const randomness = countedRandomness()
  const { newId } = randomness
  const [communeId, branchId, hamletId] = [newId(), newId(), newId()]
  const row = (name: string): RowModel => ({ id: newId(), name, isRetired: false })
  const model: CourseModel = {
    people: offices.map((office) => ({
      ...{ id: newId(), office, sessionId: newId() },
      ...{ hasRole: true, hasSession: true },
    })),
    members: ['Mùa', 'Pó', 'Sua', 'Dính', 'Chá'].map((name) => row(`Vừ Thị ${name}`)),
    groups: ['Nhóm 1', 'Nhóm 2', 'Nhóm 3'].map(row),
    plans: [],
  }
  const { prisma } = database
  const commune = { id: communeId, kind: 'commune', name: `Xã ${communeId}` } as const
  const branch = { id: branchId, kind: 'branch', name: 'Chi bộ', parentId: communeId } as const
  await prisma.orgUnit.createMany({ data: [commune, branch] })
  await prisma.hamlet.create({ data: { id: hamletId, communeId, name: 'Bản' } })
  await prisma.branchHamlet.create({ data: { branchId, hamletId } })
  await prisma.householdGroup.createMany({
    data: model.groups.map(({ id, name }) => ({ id, name, hamletId })),
  })
  await prisma.member.createMany({
    data: model.members.map(({ id, name }, at) => ({
      ...{ id, communeId, branchId, hamletId, code: `M${at}` },
      ...{ fullName: name, sortName: `${at}` },
    })),
  })
  const weights = Object.fromEntries(checkKinds.map((kind) => [kind, 'note']))
  const wanted = { ...weights, groupWithoutAnyone: 'reason', signOffsMissing: 'block' }
  await prisma.communeRules.create({
    data: { communeId, weights: wanted, signOffs: signOffsWanted },
  })
  await prisma.person.createMany({
    data: model.people.map(({ id, office }) => ({
      ...{ id, username: id, fullName: `Lò Văn ${office}`, passwordHash: 'none' },
    })),
  })
  await prisma.role.createMany({
    data: model.people.map(({ id, office }) => ({ personId: id, unitId: branchId, role: office })),
  })
  for (const person of model.people) await signIn(database, person)
  return {
    ...{ database, branchId, months, model, randomness },
    place: { unitId: branchId, above: [communeId] },
    asker: ({ id, office, sessionId }) => ({
      ...{ personId: id, sessionId, memberId: null },
      grants: [{ role: office, unitId: branchId }],
    }),
  }
}

/** Writes the session that the model names. */
export async function signIn({ pool }: Database, { id, sessionId }: PersonModel): Promise<void> {
  await pool.query(
    `insert into session (id, token_hash, person_id, device, seen_at, expires_at)
     values ($1, $2, $3, '', now(), now() + interval '1 hour')`,
    [sessionId, randomBytes(32), id],
  )
}

function countedRandomness(): Randomness {
  courses += 1
  const course = courses.toString(16).padStart(8, '0')
  let [ids, numbers] = [0, 1000]
  return {
    newId: () => {
      ids += 1
      return `${course}-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`
    },
    draw: () => {
      numbers += 1
      return numbers
    },
  }
}
