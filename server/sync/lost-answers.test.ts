import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignmentsOf } from '#domain/plan-doc.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { type FaultLink, openFaultLink } from './testing/fault-link.ts'
import { joinedLate, newAuthor, openMonth } from './testing/late-stage.ts'
import { openWriter } from './testing/raw-writer.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let link: FaultLink
let far: Database
let node: Node
let person: SignedIn

beforeAll(async () => {
  stage = await openStage()
  const address = new URL(stage.databaseUrl)
  link = await openFaultLink({ host: address.hostname, port: Number(address.port) })
  address.hostname = '127.0.0.1'
  address.port = String(link.port)
  far = openDatabase(address.toString())
  // Its database is behind the bad line; the stage itself asks on a good one.
  node = await stage.openNode({ database: far })
  person = await stage.signIn('committee')
})
afterAll(async () => {
  await node.close()
  await far.close()
  await link.close()
  await stage.close()
})

const cuts = 50

/** A value as it stands in an answer of PostgreSQL, which is sent once the COMMIT is done: length, then text. */
const answered = (value: string) => `\0\0\0${String.fromCharCode(value.length)}${value}`

describe('a line to the database that is cut', () => {
  it(`[S6] [W3] before the answer to a COMMIT, ${cuts} times: each write is in the log once and called saved after`, {
    timeout: 120_000,
  }, async () => {
    const writer = openWriter(node, stage.room, person)
    await expect.poll(() => writer.isSaved()).toBe(true)
    const plan = await stage.database.prisma.plan.findFirstOrThrow()
    const rowsOf = () =>
      stage.database.prisma.planUpdate.findMany({
        where: { planId: plan.id, author: person.personId },
      })
    const tooEarly: number[] = []
    for (let n = 1; n <= cuts; n += 1) {
      const broken = link.breakAt({
        direction: 'down',
        at: answered('appended'),
        isDelivered: false,
        onBreak: () => {
          if (writer.raw.decided() === writer.sent) tooEarly.push(n)
        },
      })
      writer.assign(`m${n}`)
      await broken
      expect(await rowsOf()).toHaveLength(n)
      await expect.poll(() => writer.isSaved()).toBe(true)
    }
    expect(tooEarly).toEqual([])
    const rows = await rowsOf()
    expect(rows).toHaveLength(cuts)
    expect(new Set(rows.map(({ batchId }) => batchId)).size).toBe(cuts)
    const { doc, seq } = await postgresLog(stage.database.pool).load(plan.id)
    expect(seq).toBe(BigInt(cuts + 1))
    expect(assignmentsOf(doc).size).toBe(cuts)
  })

  it('[S6] before the call arrives: it is made again', async () => {
    const writer = openWriter(node, stage.room, person)
    await expect.poll(() => writer.isSaved()).toBe(true)
    const rows = await stage.database.prisma.planUpdate.count()
    for (const n of [1, 2, 3]) {
      const broken = link.breakAt({ direction: 'up', at: 'log-append', isDelivered: false })
      writer.assign(`call-${n}`)
      await broken
      await expect.poll(() => writer.isSaved()).toBe(true)
    }
    expect(await stage.database.prisma.planUpdate.count()).toBe(rows + 3)
  })

  it('[W20] before the answer that a late edit is kept: it is kept once, and named after', async () => {
    const month = await openMonth(stage, node, person, 1)
    await month.finalise()
    const late = await joinedLate(node, month, person)
    const an = newAuthor(9001)
    for (const n of [1, 2, 3, 4, 5]) {
      const broken = link.breakAt({ direction: 'down', at: answered('kept'), isDelivered: false })
      late.send(an.move(`m${n}`))
      await broken
      expect(late.refused()).toHaveLength(n - 1)
      await expect.poll(() => late.refused()).toHaveLength(n)
    }
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(edit?.parts).toEqual(an.moves)
    expect(new Set(late.refused().map(({ lateEditId }) => lateEditId))).toEqual(new Set([edit?.id]))
  })
})
