import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { limits } from '#domain/wire.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { step2Frame, updateFrame } from './frames.ts'
import { backwards, dearUpdates, forwards, gapBetween } from './testing/dear-updates.ts'
import { forge } from './testing/forge.ts'
import { holdRow } from './testing/hold-row.ts'
import {
  joined,
  joinedLate,
  type LateMonth,
  membersIn,
  newAuthor,
  openMonth,
} from './testing/late-stage.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let secretary: SignedIn
let months = 0

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
  secretary = await stage.signIn('secretary')
})
afterAll(() => stage.close())

async function finalisedMonth(): Promise<LateMonth> {
  months += 1
  const month = await openMonth(stage, node, secretary, months)
  await month.finalise()
  return month
}

/** A paragraph of so many letters, as one update. */
function longText(clientId: number) {
  const { doc, moves } = newAuthor(clientId)
  return {
    doc,
    write(letters: number): Uint8Array {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('a'.repeat(letters))])
      proseOf(doc, 'focus').insert(0, [paragraph])
      return updateFrame(moves.at(-1) ?? new Uint8Array())
    },
  }
}

describe('what one person may leave', () => {
  it('[W19] is twenty late edits that wait; the twenty-first is refused without one', async () => {
    const month = await finalisedMonth()
    const person = await stage.signIn('committee')
    for (let n = 1; n <= limits.maxLateEdits + 1; n += 1) {
      const late = await joinedLate(node, month, person)
      const an = newAuthor(8000 + n)
      late.send(an.move('m1'))
      await expect.poll(() => late.decided()).toBe(1)
      const [refused] = late.refused()
      expect(refused?.reason).toBe('finalised')
      expect(refused?.lateEditId === undefined, `late edit ${n}`).toBe(n > limits.maxLateEdits)
      late.send(an.move('m2'))
      await expect.poll(() => late.decided()).toBe(2)
      late.close()
    }
    const edits = await month.kept()
    expect(edits).toHaveLength(limits.maxLateEdits)
    expect(edits.every(({ parts }) => parts.length === 2)).toBe(true)

    // Somebody else has twenty of their own, and one that was settled makes room.
    const other = await joinedLate(node, month, await stage.signIn('deputy'))
    other.send(newAuthor(8100).move('m1'))
    await expect.poll(() => other.refused()[0]?.lateEditId).toBeDefined()
    const settled = { where: { id: edits[0]?.id ?? '' }, data: { settledAt: new Date() } }
    await stage.database.prisma.lateEdit.update(settled)
    const again = await joinedLate(node, month, person)
    again.send(newAuthor(8101).move('m1'))
    await expect.poll(() => again.refused()[0]?.lateEditId).toBeDefined()
  })

  it('[W19] is one MiB in all frames of a connection, and nothing after what did not fit', async () => {
    const month = await finalisedMonth()
    const person = await stage.signIn('committee')
    const late = await joinedLate(node, month, person)
    const an = longText(8201)
    for (const letters of [500_000, 500_000, 100_000, 10]) late.send(an.write(letters))
    await expect.poll(() => late.decided(), { timeout: 30_000 }).toBe(4)
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(late.refused().map(({ lateEditId }) => lateEditId)).toEqual([
      edit?.id,
      edit?.id,
      undefined,
      undefined,
    ])
    expect(edit?.parts).toHaveLength(2)
    expect(edit?.bytes).toBe(edit?.parts.reduce((sum, part) => sum + part.byteLength, 0))
    expect(edit?.bytes).toBeLessThanOrEqual(limits.maxLateEditBytes)
  })

  it('[W19] is no more structs than one frame may have', async () => {
    const month = await finalisedMonth()
    const late = await joinedLate(node, month, await stage.signIn('committee'))
    const an = newAuthor(8301)
    const paragraphs = () => Array.from({ length: 9_000 }, () => new Y.XmlElement('paragraph'))
    for (let n = 0; n < 3; n += 1) {
      proseOf(an.doc, 'focus').insert(0, paragraphs())
      late.send(updateFrame(an.moves.at(-1) ?? new Uint8Array()))
    }
    await expect.poll(() => late.decided(), { timeout: 30_000 }).toBe(3)
    expect(late.refused().map(({ lateEditId }) => lateEditId !== undefined)).toEqual([
      true,
      true,
      false,
    ])
  })
})

it('[W19] [W27] nothing after what did not fit is kept, also of what waited for the same step 2', async () => {
  const month = await finalisedMonth()
  const late = await joinedLate(node, month, await stage.signIn('committee'))
  const an = longText(8401)
  an.write(600_000)
  const base = Y.encodeStateAsUpdate(an.doc)
  const bo = newAuthor(8402)
  bo.move('m1')
  late.send(an.write(450_000))
  late.send(bo.move('m2'))
  late.send(step2Frame(Y.mergeUpdates([base, bo.moves[0] ?? new Uint8Array()])))
  await expect.poll(() => late.decided(), { timeout: 30_000 }).toBe(3)
  const named = late.refused().filter(({ lateEditId }) => lateEditId !== undefined)
  expect(named.map(({ frame }) => frame)).toEqual([3])
  const [edit] = await month.kept()
  expect(edit?.parts).toHaveLength(1)
})

describe('what would be dear to read', () => {
  it('[G7] leaves no late edit, and nothing after it does', async () => {
    const month = await finalisedMonth()
    for (const [n, [name, update]] of dearUpdates.entries()) {
      const late = await joinedLate(node, month, await stage.signIn('committee'))
      late.send(updateFrame(update(8800 + 10 * n)))
      late.send(newAuthor(8890 + n).move('m1'))
      await expect.poll(() => late.decided(), { timeout: 30_000 }).toBe(2)
      const refused = late.refused().map(({ reason, lateEditId }) => [reason, lateEditId])
      expect(refused, name).toEqual(Array(2).fill(['invalid', undefined]))
    }
    expect(await month.kept()).toEqual([])
    // Others are not concerned.
    const other = await joinedLate(node, month, await stage.signIn('deputy'))
    other.send(newAuthor(8889).move('m1'))
    await expect.poll(() => other.refused()[0]?.lateEditId).toBeDefined()
  })

  it('[G7] leaves no more of it when it comes in many small parts', async () => {
    const month = await finalisedMonth()
    const comparedBurst = 10_000
    const strict = await stage.openNode({ limits: { comparedBurst } })
    const late = await joinedLate(strict, month, await stage.signIn('committee'))
    const { update, left, right } = gapBetween(8900, 'a', 'z')
    const letters = 3_000
    const parts = [
      update,
      forge([forwards(8902, left, right, letters)]),
      ...Array.from({ length: 20 }, (_, n) => forge([backwards(8910 + n, left, right, 1)])),
    ]
    for (const part of parts) late.send(updateFrame(part))
    await expect.poll(() => late.decided(), { timeout: 30_000 }).toBe(parts.length)
    const [edit] = await month.kept()
    const most = 2 + Math.floor(comparedBurst / letters)
    expect(edit?.parts).toEqual(parts.slice(0, most))
  })
})

describe('the same work sent again', () => {
  it('[W20] has the same id, keystrokes then and one step 2 now', async () => {
    const month = await finalisedMonth()
    const person = await stage.signIn('committee')
    const an = newAuthor(8401)
    const frames = ['m1', 'm2', 'm3'].map((memberId) => an.move(memberId))
    const first = await joinedLate(node, month, person)
    for (const frame of frames) first.send(frame)
    await expect.poll(() => first.decided()).toBe(3)
    // As if none of its 102 had arrived.
    first.close()
    const again = await joinedLate(node, month, person)
    again.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
    await expect.poll(() => again.decided()).toBe(1)
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(edit?.parts).toHaveLength(3)
    expect(again.refused()).toEqual([{ frame: 1, reason: 'finalised', lateEditId: edit?.id }])

    // What is written after that goes on where it was; another's same work is their own.
    again.send(an.move('m4'))
    await expect.poll(() => again.decided()).toBe(2)
    const [longer] = await month.kept()
    expect(longer?.id).toBe(edit?.id)
    expect(membersIn(longer?.parts ?? [])).toEqual(['m1', 'm2', 'm3', 'm4'])
    const other = await joinedLate(node, month, await stage.signIn('deputy'))
    other.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
    await expect.poll(() => other.decided()).toBe(1)
    expect(other.refused()[0]?.lateEditId).not.toBe(edit?.id)
    expect(await month.kept()).toHaveLength(2)
  })

  it('[W20] has the same id when the node lost the answer to its commit', async () => {
    const month = await finalisedMonth()
    const real = postgresLog(stage.database.pool)
    let lost = 0
    const losing = await stage.openNode({
      log: {
        ...real,
        keepLateEdit: async (write) => {
          const outcome = await real.keepLateEdit(write)
          lost += 1
          if (lost % 3 !== 0) throw new Error('Connection terminated unexpectedly')
          return outcome
        },
      },
    })
    const late = await joinedLate(losing, month, await stage.signIn('committee'))
    const an = newAuthor(8501)
    late.send(an.move('m1'))
    late.send(an.move('m2'))
    await expect.poll(() => late.decided()).toBe(2)
    expect(lost).toBe(6)
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(edit?.parts).toEqual(an.moves)
  })
})

describe('a right that is gone', () => {
  const takings: [string, string, (person: SignedIn) => string][] = [
    [
      'the session',
      'update session set ended_at = now() where id = $1',
      ({ sessionId }) => sessionId,
    ],
    ['the role', 'delete from role where person_id = $1', ({ personId }) => personId],
    [
      'the person',
      'update person set disabled_at = now() where id = $1',
      ({ personId }) => personId,
    ],
  ]
  it.each(takings)(
    '[W21] leaves nothing, though the write was waiting: %s',
    async (_, sql, idOf) => {
      const month = await finalisedMonth()
      const deaf = await stage.openNode({ listens: false, limits: { pollEveryMs: 3_600_000 } })
      const [person, other] = [await stage.signIn('committee'), await stage.signIn('committee')]
      const late = await joinedLate(deaf, month, person)
      const colleague = await joinedLate(deaf, month, other)
      const held = await holdRow(stage, month.planId)
      late.send(newAuthor(8601).move('m1'))
      colleague.send(newAuthor(8602).move('m2'))
      await held.untilTriedFor(200)
      await held.client.query(sql, [idOf(person)])
      await held.release()
      await expect.poll(() => late.closed).not.toBe(null)
      expect(late.refused()).toEqual([])
      await expect.poll(() => colleague.decided()).toBe(1)
      expect((await month.kept()).map(({ author }) => author)).toEqual([other.personId])
    },
  )

  it('[W18] a plan that takes writes again closes, and takes them when they come back', async () => {
    const month = await finalisedMonth()
    const deaf = await stage.openNode({ listens: false, limits: { pollEveryMs: 3_600_000 } })
    const person = await stage.signIn('committee')
    const late = await joinedLate(deaf, month, person)
    const { prisma } = stage.database
    await prisma.plan.update({ where: { id: month.planId }, data: { status: 'drafting' } })
    const an = newAuthor(8701)
    late.send(an.move('m1'))
    await expect.poll(() => late.closed).toBe(1012)
    expect(late.refused()).toEqual([])
    const back = await joined(node, month.room(), person)
    back.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
    await expect.poll(() => back.decided()).toBe(1)
    expect(back.refused()).toEqual([])
    expect(await month.kept()).toEqual([])
  })
})

describe('a late edit of nobody', () => {
  it('is refused by the database for a plan that is not there', async () => {
    const outcome = await postgresLog(stage.database.pool).keepLateEdit({
      planId: randomUUID(),
      epoch: 1,
      personId: secretary.personId,
      sessionId: secretary.sessionId,
      continues: null,
      newId: randomUUID(),
      data: new Uint8Array(),
      digest: new Uint8Array(),
    })
    expect(outcome).toEqual({ kind: 'notLate' })
  })
})
