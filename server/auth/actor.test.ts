import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planRight } from '#domain/rights.ts'
import { inTransaction } from '../db/transaction.ts'
import { readActor } from './actor.ts'
import { type AuthTestBed, openAuthTestBed, testSecret } from './auth-test-bed.ts'
import { endSession, endSessions } from './end-sessions.ts'
import { readPlace } from './place.ts'
import { sessionLife } from './session-life.ts'
import { setPassword } from './set-password.ts'
import { touchSession, touchSessions } from './touch-session.ts'

let bed: AuthTestBed
beforeAll(async () => {
  bed = await openAuthTestBed()
})
afterAll(() => bed.close())

const read = (cookie: string | undefined) => readActor(bed.database, cookie, testSecret)
const sql = (text: string, values: unknown[]) => bed.database.pool.query(text, values)

async function entered(): Promise<{ cookie: string; personId: string; sessionId: string }> {
  const { personId, username } = await bed.add({})
  const cookie = await bed.enter(username)
  const actor = await read(cookie)
  return { cookie, personId, sessionId: actor?.sessionId ?? 'none' }
}

test('an actor is the person, their member and their roles, in one look', async () => {
  const { personId, username } = await bed.add({
    grants: [
      { role: 'cadre', unitId: bed.otherBranchId },
      { role: 'secretary', unitId: bed.branchId },
    ],
  })
  const actor = await read(await bed.enter(username))
  expect(actor).toMatchObject({
    personId,
    username,
    fullName: 'Đặng Xuân Thành',
    memberId: null,
    mustChangePassword: false,
  })
  expect(actor?.grants).toHaveLength(2)
  const here = await readPlace(bed.database, bed.branchId)
  const there = await readPlace(bed.database, bed.otherBranchId)
  expect(here && planRight(actor?.grants ?? [], here)).toBe('finalise')
  expect(there && planRight(actor?.grants ?? [], there)).toBe('comment')
})

test('the row holds a hash of the token and nothing that opens a session', async () => {
  const { cookie, sessionId } = await entered()
  const row = await bed.database.prisma.session.findUniqueOrThrow({ where: { id: sessionId } })
  expect(row.tokenHash).toHaveLength(32)
  expect(
    await read(`next-auth.session-token=${Buffer.from(row.tokenHash).toString('base64url')}`),
  ).toBeNull()
  expect(cookie).not.toContain(sessionId)
})

test('an ended session is nobody, the person’s other one still somebody', async () => {
  const { cookie, personId, sessionId } = await entered()
  const person = await bed.database.prisma.person.findUniqueOrThrow({ where: { id: personId } })
  const second = await bed.enter(person.username)
  await endSession(bed.database, sessionId)
  expect(await read(cookie)).toBeNull()
  expect(await read(second)).not.toBeNull()
})

test('ending the others spares this one', async () => {
  const { cookie, personId, sessionId } = await entered()
  const { username } = await bed.database.prisma.person.findUniqueOrThrow({
    where: { id: personId },
  })
  const others = [await bed.enter(username), await bed.enter(username)]
  expect(await endSessions(bed.database, personId, sessionId)).toBe(2)
  expect(await read(cookie)).not.toBeNull()
  for (const other of others) expect(await read(other)).toBeNull()
})

test('a disabled person is nobody at once, and somebody again when enabled', async () => {
  const { cookie, personId } = await entered()
  await sql('update person set disabled_at = now() where id = $1', [personId])
  expect(await read(cookie)).toBeNull()
  await sql('update person set disabled_at = null where id = $1', [personId])
  expect(await read(cookie)).not.toBeNull()
})

test('a session ends after its idle time, and after its absolute time however busy', async () => {
  const idle = await entered()
  await sql(`update session set expires_at = now() - interval '1 second' where id = $1`, [
    idle.sessionId,
  ])
  expect(await read(idle.cookie)).toBeNull()

  const busy = await entered()
  await sql(
    `update session set created_at = now() - $2 * interval '1 second' + interval '5 minutes',
                        seen_at = now() - interval '2 minutes' where id = $1`,
    [busy.sessionId, sessionLife.absolute],
  )
  const actor = await read(busy.cookie)
  const left = (actor?.sessionExpiresAt.getTime() ?? 0) - Date.now()
  expect(left).toBeGreaterThan(4 * 60_000)
  expect(left).toBeLessThan(6 * 60_000)
})

test('use moves the end on, and writes at most once a minute', async () => {
  const { cookie, sessionId } = await entered()
  const row = () => bed.database.prisma.session.findUniqueOrThrow({ where: { id: sessionId } })
  const before = await row()
  await read(cookie)
  expect(await row()).toEqual(before)
  expect(await touchSession(bed.database, sessionId)).toBeNull()

  await sql(
    `update session set seen_at = now() - interval '61 seconds', expires_at = now() + interval '1 minute'
      where id = $1`,
    [sessionId],
  )
  await read(cookie)
  const after = await row()
  expect(after.seenAt.getTime()).toBeGreaterThanOrEqual(before.seenAt.getTime())
  expect(after.expiresAt.getTime() - Date.now()).toBeGreaterThan((sessionLife.idle - 60) * 1000)
})

test('touching does not wake a session that ended', async () => {
  const { cookie, sessionId } = await entered()
  await sql(
    `update session set seen_at = now() - interval '1 hour', ended_at = now() where id = $1`,
    [sessionId],
  )
  expect(await touchSession(bed.database, sessionId)).toBeNull()
  expect(await read(cookie)).toBeNull()
})

test('many are touched at once: those in use, not those that ended or were just seen; who is held is not waited for', async () => {
  const { personId } = await bed.add({})
  const { session } = bed.database.prisma
  const expiresAt = new Date(Date.now() + 60_000)
  const longAgo = new Date(Date.now() - 61_000)
  const ids: string[] = []
  for (const seenAt of [longAgo, longAgo, new Date(), longAgo]) {
    const data = { personId, tokenHash: randomBytes(32), expiresAt, seenAt }
    ids.push((await session.create({ data })).id)
  }
  const [, ended, , held] = ids
  await sql('update session set ended_at = now() where id = $1', [ended])
  const ends = async () => {
    const all = await session.findMany({ where: { id: { in: ids } } })
    return ids.map((id) => all.find((row) => row.id === id)?.expiresAt.getTime() ?? 0)
  }
  const least = Date.now() + (sessionLife.idle - 60) * 1000

  await inTransaction(bed.database.pool, '', async (client) => {
    await client.query('select from session where id = $1 for update', [held])
    await touchSessions(bed.database, ids)
  })
  expect((await ends()).map((end) => end > least)).toEqual([true, false, false, false])
  await touchSessions(bed.database, ids)
  expect((await ends()).map((end) => end > least)).toEqual([true, false, false, true])
})

test('a password that must be changed opens nothing: no grants', async () => {
  const { personId, username } = await bed.add({ mustChangePassword: true })
  const cookie = await bed.enter(username)
  expect(await read(cookie)).toMatchObject({ mustChangePassword: true, grants: [] })
  const { sessionId } = (await read(cookie)) ?? { sessionId: null }
  await setPassword(bed.database, {
    personId,
    password: 'gùi ngô lên nương sớm',
    mustChange: false,
    keepSession: sessionId,
  })
  const actor = await read(cookie)
  expect(actor?.mustChangePassword).toBe(false)
  expect(actor?.grants).toHaveLength(1)
})

test('a cookie in chunks, and one under the https name, are read', async () => {
  const { cookie, personId } = await entered()
  const value = cookie.slice(cookie.indexOf('=') + 1)
  const third = Math.ceil(value.length / 3)
  const chunks = [0, 1, 2].map(
    (n) => `next-auth.session-token.${n}=${value.slice(n * third, (n + 1) * third)}`,
  )
  expect(await read([...chunks].reverse().join('; '))).toMatchObject({ personId })
  expect(await read(`__Secure-next-auth.session-token=${value}`)).toMatchObject({ personId })
  expect(await read([chunks[0], chunks[2]].join('; '))).toBeNull()
})

test('another server’s secret opens nothing here', async () => {
  const { cookie } = await entered()
  expect(await readActor(bed.database, cookie, `${testSecret}!`)).toBeNull()
})

const name = 'next-auth.session-token'
const jwt = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0'
test.each([
  undefined,
  '',
  ' ',
  ';',
  ';;;===;;;',
  '=',
  '=value',
  'lang=vi',
  name,
  `${name}=`,
  `${name}==`,
  `${name}=%`,
  `${name}=%%`,
  `${name}=%E0%A4%A`,
  `${name}="quoted"`,
  `${name}=null`,
  `${name}=undefined`,
  `${name}={"sid":"x"}`,
  `${name}=${'A'.repeat(43)}`,
  `${name}=${'A'.repeat(30_000)}`,
  `${name}=${'A'.repeat(300_000)}`,
  `${name}=....`,
  `${name}=${jwt}....`,
  `${name}=${jwt}..AAAA.BBBB.CCCC`,
  `${name}=${jwt}..${'A'.repeat(16)}.${'B'.repeat(400)}.${'C'.repeat(22)}`,
  `${name}=eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.`,
  `${name}=eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiJ4In0.AAAA`,
  `${name}=' or 1=1 --`,
  `${name}=\u0000\u0001`,
  `${name}=Đặng Xuân Thành`,
  `${name}.0=; ${name}.1=;`,
  `${name}.-1=x; ${name}.1e9=y; ${name}.NaN=z`,
  `${name}.__proto__=x; __proto__=y; constructor=z`,
  `${Array.from({ length: 2000 }, (_, n) => `${name}.${n}=a`).join(';')}`,
  `Bearer ${jwt}....`,
  `__Secure-${name}=x; ${name}=y`,
])('garbage is nobody (%#)', async (header) => {
  expect(await read(header)).toBeNull()
})

test('a place is a branch and what is above it; anything else is none', async () => {
  expect(await readPlace(bed.database, bed.branchId)).toEqual({
    unitId: bed.branchId,
    above: [bed.communeId],
  })
  for (const id of [
    bed.communeId,
    '',
    'x',
    "' or 1=1 --",
    '00000000-0000-0000-0000-000000000000',
  ]) {
    expect(await readPlace(bed.database, id)).toBeNull()
  }
})
