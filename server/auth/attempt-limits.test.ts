import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptLimits } from './attempt-limits.ts'
import { type AuthTestBed, openAuthTestBed } from './auth-test-bed.ts'

let bed: AuthTestBed
beforeAll(async () => {
  bed = await openAuthTestBed()
})
afterAll(() => bed.close())

const count = (username: string, address: string) =>
  attemptLimits(bed.database).count(username, address)

async function fail(times: number, username: string, address: string): Promise<void> {
  for (let n = 0; n < times; n += 1) await count(username, address)
}

/** As if the wait were over: rows of this database run out now. */
async function waitIsOver(): Promise<void> {
  await bed.database.pool.query("update attempt_limit set expire = 1 where key like 'pair:%'")
}

test('ten wrong tries, then a quarter of an hour; then twice as long each time', async () => {
  const before = Date.now()
  await fail(10, 'bithu', '192.0.2.1')
  await expect(count('bithu', '192.0.2.1')).rejects.toMatchObject({
    code: 'tooManyAttempts',
    details: {
      minutes: 15,
      until: expect.toSatisfy((at: number) => Math.abs(at - before - 900_000) < 20_000),
    },
  })
  await expect(count('bithu', '192.0.2.1')).rejects.toMatchObject({ details: { minutes: 15 } })
  for (const minutes of [30, 60, 120]) {
    await waitIsOver()
    await fail(10, 'bithu', '192.0.2.1')
    await expect(count('bithu', '192.0.2.1')).rejects.toMatchObject({ details: { minutes } })
  }
})

test('whoever sits elsewhere, or has another name, is not locked out', async () => {
  await fail(10, 'phobithu', '192.0.2.2')
  await expect(count('phobithu', '192.0.2.2')).rejects.toThrow('tooManyAttempts')
  await count('phobithu', '192.0.2.3')
  await count('chiuy', '192.0.2.2')
})

test('the right password forgets the wrong ones before it', async () => {
  await fail(9, 'chiuy', '192.0.2.4')
  await (await count('chiuy', '192.0.2.4')).forgive()
  await fail(10, 'chiuy', '192.0.2.4')
})

test('tries at once are counted each', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => count('vanphong', '192.0.2.5')),
  )
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(10)
})

test('an address that tries name after name is stopped; who signed in from it lately is not', async () => {
  const office = '192.0.2.6'
  await (await count('canbo', office)).forgive()
  let taken = 0
  await expect(
    (async () => {
      for (; taken < 300; taken += 1) await count(`nguoi${taken}`, office)
    })(),
  ).rejects.toThrow('tooManyAttempts')
  expect(taken).toBe(200)
  await expect(count('moi', office)).rejects.toThrow('tooManyAttempts')
  await count('canbo', office)
})

test('a hundred people of one office may sign in at one time', async () => {
  for (let n = 0; n < 300; n += 1) await (await count(`canbo${n}`, '192.0.2.8')).forgive()
})

test('an IPv6 network is one sender, and IPv4 in IPv6 clothes is IPv4', async () => {
  await fail(10, 'bithu', '2001:db8:1:2::1')
  await expect(count('bithu', '2001:0DB8:1:2:ffff::9')).rejects.toThrow('tooManyAttempts')
  await count('bithu', '2001:db8:1:3::1')
  await fail(10, 'bithu', '::ffff:192.0.2.9')
  await expect(count('bithu', '192.0.2.9')).rejects.toThrow('tooManyAttempts')
})

test('the table learns neither names nor addresses', async () => {
  const rows = await bed.database.prisma.attemptLimit.findMany()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows.map((row) => row.key))).not.toMatch(/bithu|canbo|192|2001/)
})
