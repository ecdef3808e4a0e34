import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readActor } from './actor.ts'
import { type AuthTestBed, openAuthTestBed, testSecret } from './auth-test-bed.ts'
import { hashingTurn } from './hashing-turn.ts'
import { isOutdated } from './password-hash.ts'
import { signIn } from './sign-in.ts'

let bed: AuthTestBed
beforeAll(async () => {
  bed = await openAuthTestBed()
})
afterAll(() => bed.close())

const wrong = { code: 'wrongPassword' }

test('name and password let in, however the name was typed; nothing else does', async () => {
  const { username } = await bed.add({})
  expect(
    await readActor(bed.database, await bed.enter(` ${username.toUpperCase()} `), testSecret),
  ).toMatchObject({
    username,
  })
  await expect(bed.enter(username, `${bed.password} `)).rejects.toMatchObject(wrong)
  await expect(bed.enter(username, '')).rejects.toMatchObject(wrong)
  await expect(bed.enter(username, bed.password.normalize('NFD'))).resolves.toContain(
    'session-token=',
  )
  await expect(bed.enter('khong-co-ai')).rejects.toMatchObject(wrong)
  await expect(bed.enter('')).rejects.toMatchObject(wrong)
  await expect(bed.enter('x'.repeat(10_000))).rejects.toMatchObject(wrong)
  await expect(bed.enter(username, 'x'.repeat(1_000_000))).rejects.toMatchObject(wrong)
  await expect(bed.enter("' or 1=1 --")).rejects.toMatchObject(wrong)
})

test('an unknown name, a wrong password and a disabled person cost the same: each waits its turn to be hashed', async () => {
  const known = await bed.add({})
  const disabled = await bed.add({})
  await bed.enter(known.username)
  await bed.database.prisma.person.update({
    where: { id: disabled.personId },
    data: { disabledAt: new Date() },
  })
  await expect(bed.enter(disabled.username)).rejects.toMatchObject(wrong)
  await expect(bed.enter('khong-co-ai')).rejects.toMatchObject(wrong)

  // With every turn taken, whoever must hash is sent away: so it shows who would have hashed.
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const turns = Array.from({ length: 52 }, () => hashingTurn(() => gate))
  const busy = { code: 'serverBusy' }
  await expect(bed.enter(known.username)).rejects.toMatchObject(busy)
  await expect(bed.enter(known.username, 'sai')).rejects.toMatchObject(busy)
  await expect(bed.enter('khong-co-ai')).rejects.toMatchObject(busy)
  await expect(bed.enter(disabled.username)).rejects.toMatchObject(busy)
  letGo()
  await Promise.all(turns)
})

test('a hash of older parameters is made anew at the next sign-in', async () => {
  const { personId, username } = await bed.add({})
  const old = await hash(bed.password.normalize('NFC'), {
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  })
  await bed.database.prisma.person.update({ where: { id: personId }, data: { passwordHash: old } })
  await bed.enter(username)
  const { passwordHash } = await bed.database.prisma.person.findUniqueOrThrow({
    where: { id: personId },
  })
  expect(passwordHash).not.toBe(old)
  expect(isOutdated(passwordHash)).toBe(false)
  await expect(bed.enter(username)).resolves.toContain('session-token=')
})

test('signing in again in the same browser ends the session that it held', async () => {
  const { username } = await bed.add({})
  const first = await bed.enter(username)
  await signIn(
    bed.database,
    {
      username,
      password: bed.password,
      address: '192.0.2.7',
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36',
      cookieHeader: first,
    },
    testSecret,
  )
  expect(await readActor(bed.database, first, testSecret)).toBeNull()
  const alive = await bed.database.prisma.session.findMany({
    where: { person: { username }, endedAt: null },
  })
  expect(alive.map((session) => session.device)).toEqual(['Chrome, Windows'])
})
