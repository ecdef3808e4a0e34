// How long a history takes, printed: a busy month of a large branch, and a long text typed letter by letter.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { addTask } from '#domain/commands/add-task.ts'
import { setMemberPlaces } from '#domain/commands/set-member-places.ts'
import { setTaskDoers } from '#domain/commands/set-task-doers.ts'
import { proseOf } from '#domain/plan-doc.ts'
import { inGroup } from '#domain/testing/build-plan.ts'
import { paragraphOf, textOfParagraph } from '#domain/testing/build-prose.ts'
import { RecordedPlan } from '#domain/testing/recorded-plan.ts'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import type { HistoryQuestion } from './history-order.ts'
import { HistoryReader } from './history-reader.ts'
import { addRowsForTest, writeRowsForTest } from './write-rows-for-test.ts'

const people = Array.from({ length: 7 }, () => randomUUID())
const newest: HistoryQuestion = { groupId: null, before: null, after: 0, most: 60 }

let test: TestDatabase
let branchId: string
beforeAll(async () => {
  test = await openTestDatabase()
  branchId = (await test.database.prisma.orgUnit.create({ data: { kind: 'branch', name: 'Thử' } }))
    .id
})
afterAll(() => test.close())

async function measure(what: string, month: string, plan: RecordedPlan): Promise<void> {
  const { pool } = test.database
  const rows = plan.rows.slice(0, -1)
  const planId = await writeRowsForTest(pool, { branchId, month }, rows)
  const reader = new HistoryReader()
  const timed = async (work: () => Promise<{ entries: unknown[] }>) => {
    const began = performance.now()
    const { entries } = await work()
    return { ms: Math.round(performance.now() - began), entries: entries.length }
  }
  const first = await timed(() => reader.read(pool, planId, newest))
  const again = await timed(() => reader.read(pool, planId, newest))
  await addRowsForTest(pool, planId, plan.rows.slice(-1))
  const grown = await timed(() => reader.read(pool, planId, newest))
  const all = await reader.read(pool, planId, { ...newest, most: 1_000_000 })
  await reader.close()
  process.stdout.write(
    `history of ${what} · ${rows.length} rows, ${all.entries.length} changes · first ${first.ms} ms, again ${again.ms} ms, a row later ${grown.ms} ms\n`,
  )
  expect(first.entries).toBeGreaterThan(0)
}

it('[H3] a busy month: 60 members, 40 groups, 60 tasks, seven people typing', async () => {
  const plan = new RecordedPlan()
  let dice = 7
  const roll = (sides: number) => {
    dice = (Math.imul(dice, 1_103_515_245) + 12_345) >>> 0
    return (dice >>> 8) % sides
  }
  const who = () => people[roll(people.length)] ?? ''
  plan.by(who(), (doc) => {
    proseOf(doc, 'focus').insert(
      0,
      Array.from({ length: 20 }, (_, n) => paragraphOf(`Việc ${n}`)),
    )
    for (let n = 0; n < 60; n += 1) addTask(doc, { id: `t${n}`, title: `Việc số ${n}` })
  })
  for (let n = 0; n < 20_000; n += 1) {
    plan.now += roll(20_000)
    const pick = roll(10)
    plan.by(who(), (doc) => {
      if (pick === 0) {
        const target = inGroup(`g${roll(40)}`)
        setMemberPlaces(doc, { memberId: `m${roll(60)}`, targets: [target] })
      } else if (pick === 1) {
        setTaskDoers(doc, { taskId: `t${roll(60)}`, doers: [`m${roll(60)}`], coDoers: [] })
      } else {
        const text = textOfParagraph(doc, 'focus', roll(20))
        text.insert(text.length, 'ệ')
      }
    })
  }
  await measure('a busy month', '2026-11', plan)
})

it('[H3] a long text typed letter by letter', async () => {
  const file = readFileSync('bench/fixtures/seph-blog1.json.gz')
  const { txns } = JSON.parse(gunzipSync(file).toString('utf8')) as {
    txns: { patches: [number, number, string][] }[]
  }
  const plan = new RecordedPlan()
  plan.by(people[0] ?? '', (doc) => proseOf(doc, 'focus').insert(0, [paragraphOf('')]))
  plan.by(people[0] ?? '', (doc) => {
    const text: Y.XmlText = textOfParagraph(doc, 'focus', 0)
    for (const { patches } of txns) {
      plan.now += 200
      doc.transact(() => {
        for (const [position, deleted, inserted] of patches) {
          if (deleted > 0) text.delete(position, deleted)
          if (inserted !== '') text.insert(position, inserted)
        }
      })
    }
  })
  await measure('a typed text', '2026-12', plan)
})
