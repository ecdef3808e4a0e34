import type { RoleName } from '#domain/vocabulary.ts'
import type { Database } from '../../db/database.ts'
import { addPerson } from '../add-person.ts'
import { newOneTimePassword } from '../one-time-password.ts'
import { setPassword } from '../set-password.ts'
import { findMember } from './find-member.ts'
import { type FoundPerson, findPerson } from './find-person.ts'
import { findUnit } from './find-unit.ts'
import type { OfficeOrder } from './office-orders.ts'
import { OfficeRefusal } from './office-refusal.ts'

/** What was done, for whom; a password is in it once and is kept nowhere. */
export interface Done {
  key: 'added' | 'roleGiven' | 'roleHeld' | 'roleRemoved' | 'disabled' | 'enabled' | 'passwordMade'
  username: string
  fullName: string
  role: RoleName | null
  unitName: string | null
  oneTimePassword: string | null
  /** Cannot sign in all the same. */
  isDisabled: boolean
}

/** Does what the office orders, all or nothing. Throws `OfficeRefusal` and what `addPerson` throws. */
export function carryOut(database: Database, order: OfficeOrder): Promise<Done> {
  switch (order.verb) {
    case 'add':
      return add(database, order)
    case 'role':
      return order.remove ? removeRole(database, order) : giveRole(database, order)
    case 'disable':
      return disable(database, order.username)
    case 'enable':
      return enable(database, order.username)
    case 'password':
      return makePassword(database, order.username)
  }
}

type AddOrder = Extract<OfficeOrder, { verb: 'add' }>
type RoleOrder = Extract<OfficeOrder, { verb: 'role' }>

async function add(database: Database, order: AddOrder): Promise<Done> {
  const unit = await findUnit(database, { ...order, commune: order.commune })
  const memberId =
    order.member === undefined ? null : await findMember(database, unit.communeId, order.member)
  const oneTimePassword = newOneTimePassword()
  const { personId } = await addPerson(database, {
    username: order.username,
    fullName: order.name,
    password: oneTimePassword,
    mustChangePassword: true,
    memberId,
    grants: [{ role: order.role, unitId: unit.id }],
  })
  const person = await database.prisma.person.findUniqueOrThrow({ where: { id: personId } })
  return done('added', person, { role: order.role, unitName: unit.name, oneTimePassword })
}

async function giveRole(database: Database, order: RoleOrder): Promise<Done> {
  const { person, unit, key } = await roleOf(database, order)
  const held = await database.prisma.role.findUnique({ where: key })
  if (!held) await database.prisma.role.create({ data: key.personId_unitId_role })
  return done(held ? 'roleHeld' : 'roleGiven', person, { role: order.role, unitName: unit.name })
}

async function removeRole(database: Database, order: RoleOrder): Promise<Done> {
  const { person, unit, key } = await roleOf(database, order)
  const { count } = await database.prisma.role.deleteMany({ where: key.personId_unitId_role })
  if (count === 0) {
    throw new OfficeRefusal('roleNotHeld', { username: person.username, unit: unit.name })
  }
  return done('roleRemoved', person, { role: order.role, unitName: unit.name })
}

async function roleOf(database: Database, order: RoleOrder) {
  const person = await findPerson(database, order.username)
  const unit = await findUnit(database, { ...order, commune: order.commune })
  const ids = { personId: person.id, unitId: unit.id, role: order.role }
  return { person, unit, key: { personId_unitId_role: ids } }
}

async function disable(database: Database, username: string): Promise<Done> {
  const person = await findPerson(database, username)
  const now = new Date()
  await database.prisma.$transaction([
    database.prisma.person.update({
      where: { id: person.id },
      data: { disabledAt: person.disabledAt ?? now },
    }),
    database.prisma.session.updateMany({
      where: { personId: person.id, endedAt: null },
      data: { endedAt: now },
    }),
  ])
  return done('disabled', { ...person, disabledAt: now })
}

async function enable(database: Database, username: string): Promise<Done> {
  const person = await findPerson(database, username)
  await database.prisma.person.update({ where: { id: person.id }, data: { disabledAt: null } })
  return done('enabled', { ...person, disabledAt: null })
}

async function makePassword(database: Database, username: string): Promise<Done> {
  const person = await findPerson(database, username)
  const oneTimePassword = newOneTimePassword()
  await setPassword(database, {
    personId: person.id,
    password: oneTimePassword,
    mustChange: true,
    keepSession: null,
  })
  return done('passwordMade', person, { oneTimePassword })
}

function done(key: Done['key'], person: FoundPerson, more: Partial<Done> = {}): Done {
  return {
    key,
    username: person.username,
    fullName: person.fullName,
    role: null,
    unitName: null,
    oneTimePassword: null,
    isDisabled: person.disabledAt !== null,
    ...more,
  }
}
