import { randomUUID } from 'node:crypto'
import type { RoleName } from '#domain/vocabulary.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { addPerson, type NewPerson } from './add-person.ts'
import { sealEnvelope, sessionCookieName } from './envelope.ts'
import { signIn } from './sign-in.ts'

/** What tests of this folder start from: a commune with two branches in a database of their own. */
export interface AuthTestBed extends TestDatabase {
  readonly communeId: string
  readonly branchId: string
  readonly otherBranchId: string
  readonly password: string
  add(
    person: Partial<NewPerson> & { role?: RoleName },
  ): Promise<{ personId: string; username: string }>
  /** Signs in and returns the browser's Cookie header. */
  enter(username: string, password?: string, address?: string): Promise<string>
}

export const testSecret = 'only for the tests of this folder, forty letters'

export async function openAuthTestBed(): Promise<AuthTestBed> {
  const opened = await openTestDatabase()
  const { database } = opened
  const { prisma } = database
  const commune = await prisma.orgUnit.create({
    data: { kind: 'commune', name: 'Đảng bộ xã Na Tông' },
  })
  const unit = { kind: 'branch', parentId: commune.id } as const
  const branch = await prisma.orgUnit.create({ data: { ...unit, name: 'Chi bộ bản Na Tông 1' } })
  const other = await prisma.orgUnit.create({ data: { ...unit, name: 'Chi bộ bản Na Tông 2' } })
  const password = `ngô nếp ${randomUUID()}`
  return {
    ...opened,
    communeId: commune.id,
    branchId: branch.id,
    otherBranchId: other.id,
    password,
    add: async ({ role = 'secretary', ...given }) => {
      const username = given.username ?? `p${randomUUID().slice(0, 8)}`
      const added = await addPerson(database, {
        fullName: 'Đặng Xuân Thành',
        password,
        mustChangePassword: false,
        memberId: null,
        grants: [{ role, unitId: role === 'office' ? commune.id : branch.id }],
        ...given,
        username,
      })
      return { ...added, username }
    },
    enter: async (username, typed = password, address = '192.0.2.7') => {
      const attempt = {
        username,
        password: typed,
        address,
        userAgent: undefined,
        cookieHeader: undefined,
      }
      const token = await signIn(database, attempt, testSecret)
      return `${sessionCookieName(false)}=${await sealEnvelope(token, testSecret)}`
    },
  }
}
