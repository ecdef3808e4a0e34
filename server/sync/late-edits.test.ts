import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { closeCode } from '#domain/wire.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { step2Frame, updateFrame } from './frames.ts'
import { holdRow } from './testing/hold-row.ts'
import {
  joined,
  joinedLate,
  membersIn,
  newAuthor,
  openMonth,
  sittingInPastEpoch,
} from './testing/late-stage.ts'
import { openRaw } from './testing/raw-socket.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let person: SignedIn
let months = 0
const newMonth = () => openMonth(stage, node, person, ++months)

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
  person = await stage.signIn('committee')
})
afterAll(() => stage.close())

describe('a write to a plan that is finalised', () => {
  it('[W18] is kept by the time its author is told where', async () => {
    const month = await newMonth()
    await month.finalise()
    const rows = await month.rows()
    const late = await joinedLate(node, month, person)
    const an = newAuthor(7001)
    late.send(an.move('m1'))
    late.send(an.move('m2'))
    await expect.poll(() => late.decided()).toBe(2)
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(edit).toMatchObject({ author: person.personId, epoch: 1, parts: an.moves })
    expect(late.refused()).toEqual([
      { frame: 1, reason: 'finalised', lateEditId: edit?.id },
      { frame: 2, reason: 'finalised', lateEditId: edit?.id },
    ])
    expect(await month.rows()).toBe(rows)
    expect(late.closed).toBe(null)
  })

  it('[W6] [W18] is asked for when it has a gap, and kept with the step 2 that closes it', async () => {
    const month = await newMonth()
    await month.finalise()
    const late = await joinedLate(node, month, person)
    const an = newAuthor(7002)
    an.move('m1')
    const asked = () => late.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length
    const askedBefore = asked()
    late.send(an.move('m2'))
    await expect.poll(asked).toBe(askedBefore + 1)
    expect(late.refused()).toEqual([])
    late.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
    await expect.poll(() => late.decided()).toBe(2)
    const [edit] = await month.kept()
    expect(late.refused().map(({ frame, lateEditId }) => [frame, lateEditId])).toEqual([
      [1, edit?.id],
      [2, edit?.id],
    ])
    expect(membersIn(edit?.parts ?? [])).toEqual(['m1', 'm2'])
  })

  it('[W5] is not kept when the gate refuses it, nor is anything after it', async () => {
    const month = await newMonth()
    await month.finalise()
    const forged = new Y.Doc()
    forged.getMap('rights').set('an', 'secretary')
    const forgedFrame = updateFrame(Y.encodeStateAsUpdate(forged))

    const first = await joinedLate(node, month, person)
    first.send(forgedFrame)
    first.send(newAuthor(7003).move('m1'))
    await expect.poll(() => first.decided()).toBe(2)
    expect(first.refused().map(({ reason }) => reason)).toEqual(['invalid', 'invalid'])
    expect(await month.kept()).toEqual([])

    const second = await joinedLate(node, month, person)
    const an = newAuthor(7004)
    for (const frame of [an.move('m1'), forgedFrame, an.move('m2')]) second.send(frame)
    await expect.poll(() => second.decided()).toBe(3)
    const [edit] = await month.kept()
    expect(second.refused().map(({ lateEditId }) => lateEditId)).toEqual([
      edit?.id,
      undefined,
      undefined,
    ])
    expect(edit?.parts).toEqual(an.moves.slice(0, 1))
  })
})

describe('a database that does not answer', () => {
  it('[W18] is waited for: nobody is told anything, little is held, and then all is kept in order', async () => {
    const month = await newMonth()
    await month.finalise()
    const real = postgresLog(stage.database.pool)
    let isAway = true
    const tried = new Set<string>()
    const waiting = await stage.openNode({
      log: {
        ...real,
        keepLateEdit: (write) => {
          tried.add(Buffer.from(write.digest).toString('hex'))
          if (isAway) return Promise.reject(new Error('connect ECONNREFUSED'))
          return real.keepLateEdit(write)
        },
      },
    })
    const second = await stage.signIn('deputy')
    const writers = [
      { by: person, work: newAuthor(7301), socket: await joinedLate(waiting, month, person) },
      { by: second, work: newAuthor(7302), socket: await joinedLate(waiting, month, second) },
    ]
    for (let n = 1; n <= 40; n += 1) {
      for (const { work, socket } of writers) socket.send(work.move(`m${n}`))
    }
    await expect.poll(() => waiting.reports.length).toBeGreaterThan(2)
    // The first of all is tried again and again; nothing more is looked at.
    expect(tried.size).toBe(1)
    expect(writers.flatMap(({ socket }) => [socket.decided(), socket.refused().length])).toEqual([
      0, 0, 0, 0,
    ])
    expect(await month.kept()).toEqual([])
    isAway = false
    for (const { socket } of writers) await expect.poll(() => socket.decided()).toBe(40)
    const edits = await month.kept()
    expect(edits).toHaveLength(2)
    for (const { by, work } of writers) {
      expect(edits.find(({ author }) => author === by.personId)?.parts).toEqual(work.moves)
    }
  })
})

describe('an epoch that is over', () => {
  it('[W10] [W18] has its writes kept, of one breath together, and ends in 4404', async () => {
    const month = await newMonth()
    await month.beginNextEpoch()
    const present = await joined(node, month.room(2), person)
    present.send(newAuthor(7101).move('new'))
    await expect.poll(() => present.decided()).toBe(1)
    const rows = await month.rows()

    const past = await joined(node, month.room(1), person)
    expect(past.hello()?.epoch).toBe(2)
    const an = newAuthor(7102)
    past.send(step2Frame(Uint8Array.of(0, 0)))
    past.send(an.move('m1'))
    past.send(an.move('m2'))
    await expect.poll(() => past.closed).toBe(closeCode.noSuchPlan)
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(edit).toMatchObject({ epoch: 1, parts: an.moves })
    expect(past.decided()).toBe(3)
    expect(past.refused()).toEqual([
      { frame: 2, reason: 'finalised', lateEditId: edit?.id },
      { frame: 3, reason: 'finalised', lateEditId: edit?.id },
    ])
    // Content would come as a step 2 or as an update.
    expect(past.frames.filter((frame) => frame[0] === 0 && frame[1] !== 0)).toEqual([])
    expect(await month.rows()).toBe(rows)
  })

  it('[W27] never calls decided what builds on something that no step 2 brought: its author keeps it', async () => {
    const month = await newMonth()
    await month.beginNextEpoch()
    const past = await joined(node, month.room(1), person)
    const an = newAuthor(7106)
    an.move('m1')
    past.send(step2Frame(Uint8Array.of(0, 0)))
    past.send(an.move('m2'))
    const asked = () => past.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length
    await expect.poll(asked).toBe(2)
    expect(past.decided()).toBe(1)
    // The page that made it is gone; the one that sends it has nothing else in its document.
    past.send(step2Frame(Uint8Array.of(0, 0)))
    await expect.poll(() => past.decided()).toBe(3)
    expect(past.refused().slice(0, 1)).toEqual([{ frame: 2, reason: 'finalised' }])
    expect(await month.kept()).toEqual([])
  })

  it('[W27] keeps it all the same when a later step 2 brings it whole, and stays until then', async () => {
    const month = await newMonth()
    await month.beginNextEpoch()
    const past = await joined(node, month.room(1), person)
    const [an, before] = [newAuthor(7107), newAuthor(7108)]
    an.move('m1')
    past.send(an.move('m2'))
    // Work of another page of theirs needs nothing, and is kept and answered first.
    past.send(before.move('m3'))
    await expect.poll(() => past.refused().map(({ frame }) => frame)).toEqual([2])
    past.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
    await expect.poll(() => past.closed).toBe(closeCode.noSuchPlan)
    const [edit, ...others] = await month.kept()
    expect(others).toEqual([])
    expect(membersIn(edit?.parts ?? []).sort()).toEqual(['m1', 'm2', 'm3'])
    expect(past.refused().map(({ frame, lateEditId }) => [frame, lateEditId])).toEqual([
      [2, edit?.id],
      [1, edit?.id],
      [3, edit?.id],
    ])
    expect(past.decided()).toBe(3)
  })

  it('[W10] is not yet one when it has not begun', async () => {
    const month = await newMonth()
    const early = openRaw(node, month.room(7), { cookie: person.cookie })
    await expect.poll(() => early.closed).toBe(closeCode.noSuchPlan)
  })

  it('[W10] whoever comes for the new one does not sit in the old, whatever the node has heard', async () => {
    const month = await newMonth()
    const { deaf, old } = await sittingInPastEpoch(stage, month, person)
    const present = await joined(deaf, month.room(2), person)
    expect(present.hello()?.epoch).toBe(2)
    await expect.poll(() => old.closed).toBe(closeCode.goingAway)
    present.send(newAuthor(7103).move('m1'))
    await expect.poll(() => present.decided()).toBe(1)
    expect(present.refused()).toEqual([])
  })

  it('[W10] is shown no row of the next, also when a gap makes its node read on', async () => {
    const month = await newMonth()
    const { old } = await sittingInPastEpoch(stage, month, person)
    const present = await joined(node, month.room(2), person)
    present.send(newAuthor(7104).move('new'))
    await expect.poll(() => present.decided()).toBe(1)
    const heard = old.frames.length
    const an = newAuthor(7105)
    an.move('m1')
    old.send(an.move('m2'))
    // The question for what is missing says that the log was read.
    await expect.poll(() => old.frames.length).toBeGreaterThan(heard)
    expect(old.frames.slice(heard).map((frame) => [frame[0], frame[1]])).toEqual([[0, 0]])
  })
})

describe('writes on their way while the plan is finalised', () => {
  it('[W18] [S2] leave no row after the finalising commit and are kept, each author’s in order', async () => {
    const month = await newMonth()
    const second = await stage.signIn('deputy')
    const writers = [
      { by: person, work: newAuthor(7201), socket: await joined(node, month.room(), person) },
      { by: second, work: newAuthor(7202), socket: await joined(node, month.room(), second) },
    ]
    // The append waits for the row that the finalising transaction holds.
    const held = await holdRow(stage, month.planId)
    for (const n of [1, 2, 3, 4]) {
      for (const { work, socket } of writers) socket.send(work.move(`m${n}`))
    }
    await held.untilTriedFor(200)
    const rows = await month.rows()
    await held.client.query(`update plan set status = 'finalised' where id = $1`, [month.planId])
    await held.release()

    for (const { socket } of writers) {
      await expect.poll(() => socket.closed).toBe(closeCode.goingAway)
    }
    expect(await month.rows()).toBe(rows)
    const edits = await month.kept()
    expect(edits).toHaveLength(2)
    for (const { by, work, socket } of writers) {
      const edit = edits.find(({ author }) => author === by.personId)
      expect(edit?.parts).toEqual(work.moves)
      expect(socket.decided()).toBe(4)
      expect(socket.refused()).toEqual(
        [1, 2, 3, 4].map((frame) => ({ frame, reason: 'finalised', lateEditId: edit?.id })),
      )
    }
  })
})
