import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesArray, plainArray } from './array-literal.ts'
import { callPrepared } from './prepared-call.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

const pair = {
  name: 'pair',
  text: `select d, encode(d, 'hex'), n from unnest($1::bytea[], $2::int[]) with ordinality as r (d, n)`,
}

it('gives rows of bytes and numbers back as they went, none, empty and large ones too', async () => {
  const large = new Uint8Array(100_000).fill(7)
  const rows = [Uint8Array.of(0, 255, 34, 92), new Uint8Array(0), large]
  const call = (some: Uint8Array[], numbers: (number | null)[]) =>
    callPrepared(test.database.pool, pair, [bytesArray(some), plainArray(numbers)])
  const answer = await call(rows, [1, -2, null])
  expect(answer.map(([, hex]) => hex)).toEqual(rows.map((row) => Buffer.from(row).toString('hex')))
  expect(answer.map(([, , number]) => number)).toEqual(['1', '-2', null])
  expect(await call([], [])).toEqual([])
})

it('prepares once per connection', async () => {
  const statement = {
    name: 'ours',
    text: 'select count(*) from pg_prepared_statements where name = $1',
  }
  for (let n = 0; n < 3; n += 1) {
    expect(await callPrepared(test.database.pool, statement, ['ours'])).toEqual([['1']])
  }
})

it('rejects with what the database says, and the next call goes on another connection', async () => {
  const divide = { name: 'divide', text: 'select 6 / $1::int, pg_backend_pid()' }
  const call = (by: string) => callPrepared(test.database.pool, divide, [by])
  const [before] = await call('2')
  await expect(call('0')).rejects.toMatchObject({ code: '22012' })
  const [after] = await call('3')
  expect([before?.[0], after?.[0]]).toEqual(['3', '2'])
  expect(after?.[1]).not.toBe(before?.[1])
})

it('rejects when its connection is cut', async () => {
  const cut = { name: 'cut', text: 'select pg_terminate_backend(pg_backend_pid())' }
  await expect(callPrepared(test.database.pool, cut, [])).rejects.toThrow()
  expect(await callPrepared(test.database.pool, { name: 'one', text: 'select 1' }, [])).toEqual([
    ['1'],
  ])
})
