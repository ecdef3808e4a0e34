import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ThreadView } from '#domain/advice/advice-view.ts'
import { openSingleConnection } from '../../db/test-database.ts'
import {
  type AdviceTestBed,
  beginning,
  openAdviceTestBed,
  type Unsent,
  type Voice,
} from './advice-test-bed.ts'
import { forgetActs } from './forget-acts.ts'
import { openTask } from './open-task.ts'
import { takeActs } from './take-acts.ts'

let bed: AdviceTestBed
let cadre: Voice
let secretary: Voice
beforeAll(async () => {
  bed = await openAdviceTestBed()
  cadre = await bed.voice('canbo')
  secretary = await bed.voice('bithu')
})
afterAll(() => bed.close())

const reply = (threadId: string, body = 'Tôi sẽ hỏi đồng chí An.'): Unsent => ({
  kind: 'reply',
  threadId,
  body,
  mentions: [],
})
const done = { ok: true }
const refused = (code: string) => expect.objectContaining({ ok: false, code })

async function thread(id: string): Promise<ThreadView | undefined> {
  return (await bed.news(secretary)).threads.find((each) => each.id === id)
}

describe('what is said', () => {
  it('[Q1] is said by somebody without the right to edit, and read by the others', async () => {
    const { threadId, commentId } = await bed.begin(cadre)
    expect(await bed.say(secretary, reply(threadId))).toMatchObject(done)
    const { rev } = await bed.news(secretary)
    expect(await thread(threadId)).toMatchObject({
      place: { kind: 'plan' },
      author: { personId: cadre.personId, role: 'cadre' },
      epoch: 1,
      comments: [
        { id: commentId, body: 'Nhóm 4 chưa có ai phụ trách.' },
        { author: { personId: secretary.personId, role: 'secretary' } },
      ],
      rev,
    })
  })

  it('[Q1] is about a task of the committed plan, and so is a proposal of another day for one', async () => {
    const taskId = await openTask(bed, [])
    const about = (id: string) => ({ ...beginning(bed.plan), place: { kind: 'task', id } as const })
    const due = (id: string) => ({
      ...beginning(bed.plan),
      change: { kind: 'changeDue', taskId: id, from: null, to: '2026-12-20' } as const,
    })
    for (const act of [about(taskId), due(taskId)]) {
      expect(await bed.say(cadre, act)).toMatchObject(done)
    }
    for (const act of [about(randomUUID()), due(randomUUID())]) {
      expect(await bed.say(cadre, act)).toEqual(refused('unknownTask'))
    }
    const swap = { kind: 'changeMember', groupId: randomUUID(), from: null, to: 'x' } as const
    expect(await bed.say(cadre, { ...beginning(bed.plan), change: swap })).toEqual(
      refused('unknownGroup'),
    )
  })

  it('[Q3] is known to be done for 90 days', async () => {
    const { pool } = bed.database
    const [young, old] = [(await bed.begin(cadre)).commentId, (await bed.begin(cadre)).commentId]
    const age = 'update advice_act set at = now() - make_interval(days => $2) where id = $1'
    await pool.query(age, [young, 89])
    await pool.query(age, [old, 91])
    expect(await forgetActs(bed.database)).toBe(1)
    expect(await forgetActs(bed.database)).toBe(0)
    const left = await bed.database.prisma.adviceAct.findMany({
      where: { id: { in: [young, old] } },
    })
    expect(left.map(({ id }) => id)).toEqual([young])
  })

  it('[Q1] is neither read nor written by a plain member or by another branch', async () => {
    const { threadId } = await bed.begin(cadre)
    const member = await bed.voice('dangvien')
    expect(await bed.news(member)).toMatchObject({ threads: [], people: [], reports: [] })
    const stranger = await bed.voice('bithu2')
    await expect(bed.news(stranger)).rejects.toMatchObject({ code: 'noRight' })
    for (const voice of [member, stranger]) {
      expect(await bed.say(voice, reply(threadId))).toEqual(refused('noRight'))
      expect(await bed.say(voice, beginning(bed.plan))).toEqual(refused('noRight'))
    }
    expect((await thread(threadId))?.comments).toHaveLength(1)
  })

  it('[Q2] is given since a revision, all of it since 0', async () => {
    const { rev } = await bed.news(cadre)
    const { threadId } = await bed.begin(cadre)
    const news = await bed.news(secretary, rev)
    expect(news.threads.map(({ id }) => id)).toEqual([threadId])
    expect(news.people).toEqual([])
    expect((await bed.news(secretary, news.rev)).threads).toEqual([])
    // A revision of another time, for instance from before a restore: everything again.
    expect((await bed.news(secretary, news.rev + 1)).threads.length).toBeGreaterThan(1)
  })

  it('[Q3] is done once, also when it is sent twice at the same moment', async () => {
    const { threadId } = await bed.begin(cadre)
    const id = randomUUID()
    const act = { ...reply(threadId, 'Một lần thôi'), id }
    const both = await Promise.all([bed.say(cadre, act), bed.say(cadre, act)])
    expect([...both, await bed.say(cadre, act)]).toEqual(
      Array.from({ length: 3 }, () => ({ id, ok: true })),
    )
    expect((await thread(threadId))?.comments).toHaveLength(2)
    expect(await bed.say(secretary, act)).toEqual(refused('badInput'))
  })

  it('[Q4] stands on its own: neither a bad act nor a broken one keeps the others from it', async () => {
    const first = beginning(bed.plan)
    const acts = [
      first,
      { id: randomUUID(), kind: 'reply', threadId: randomUUID(), body: 'x', mentions: [] },
      { id: randomUUID(), kind: 'vote' },
      { id: randomUUID(), ...reply(first.threadId) },
    ]
    const { answers } = await takeActs(bed.database, cadre, { acts }, bed.asked)
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual([
      'ok',
      'unknownAdvice',
      'badInput',
      'ok',
    ])
    for (const input of [null, {}, { acts: [{}] }, { acts: Array(51).fill(first) }]) {
      await expect(takeActs(bed.database, cadre, input, bed.asked)).rejects.toMatchObject({
        code: 'badInput',
      })
    }
  })
})

describe('who is right when', () => {
  it('[Q5] nothing is said after the right was taken away, however close', async () => {
    const { personId } = cadre
    const { threadId } = await bed.begin(cadre)
    const where = { personId, unitId: bed.plan.branchId }
    const other = openSingleConnection(bed.url)
    await other.pool.query('begin')
    await other.pool.query('delete from role where person_id = $1 and unit_id = $2', [
      personId,
      bed.plan.branchId,
    ])
    let isAnswered = false
    const answer = bed.say(cadre, reply(threadId)).finally(() => {
      isAnswered = true
    })
    await expect
      .poll(async () => {
        const waiting = await bed.database.pool.query(
          `select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return waiting.rowCount
      })
      .toBe(1)
    expect(isAnswered).toBe(false)
    await other.pool.query('commit')
    expect(await answer).toEqual(refused('noRight'))
    await other.close()
    expect((await thread(threadId))?.comments).toHaveLength(1)
    await bed.database.prisma.role.create({ data: { ...where, role: 'cadre' } })
  })

  it('[Q5] nothing is said in a session that is over', async () => {
    const gone = await bed.voice('canbo')
    await bed.database.prisma.session.update({
      where: { id: gone.sessionId },
      data: { endedAt: new Date() },
    })
    const answer = await bed.say(gone, beginning(bed.plan))
    expect(answer).toMatchObject({ ok: false, code: 'signInRequired', again: true })
  })
})

describe('one’s own words', () => {
  it('[Q6] are written anew and deleted by their author alone', async () => {
    const { threadId, commentId } = await bed.begin(cadre)
    const edit: Unsent = { kind: 'edit', commentId, body: 'Nhóm 5.', mentions: [] }
    expect(await bed.say(secretary, edit)).toEqual(refused('noRight'))
    expect(await bed.say(secretary, { kind: 'delete', commentId })).toEqual(refused('noRight'))
    expect(await bed.say(cadre, edit)).toMatchObject(done)
    expect((await thread(threadId))?.comments).toMatchObject([
      { body: 'Nhóm 5.', editedAt: expect.any(String) },
    ])
  })

  it('[Q6] leave a gap while others answer them, and nothing when they were all', async () => {
    const { threadId, commentId } = await bed.begin(cadre)
    await bed.say(secretary, reply(threadId))
    expect(await bed.say(cadre, { kind: 'delete', commentId })).toMatchObject(done)
    const [deleted, answer] = (await thread(threadId))?.comments ?? []
    expect(deleted).toMatchObject({ isDeleted: true, body: '', mentions: [] })
    const kept = await bed.database.prisma.comment.findUnique({ where: { id: commentId } })
    expect(kept?.body).toBe('')
    const { rev } = await bed.news(cadre)
    await bed.say(secretary, { kind: 'delete', commentId: answer?.id ?? '' })
    expect(await thread(threadId)).toBe(undefined)
    const news = await bed.news(cadre, rev)
    expect(news.threads).toMatchObject([{ id: threadId, comments: [], proposal: null }])
    const edit: Unsent = { kind: 'edit', commentId, body: 'Lại', mentions: [] }
    expect(await bed.say(cadre, edit)).toEqual(refused('unknownAdvice'))
  })
})

describe('resolving', () => {
  const resolve = (threadId: string, resolved: boolean): Unsent => ({
    kind: 'resolve',
    threadId,
    resolved,
  })

  it('[Q7] is for the thread’s author and for editors, and an answer opens it again', async () => {
    const { threadId } = await bed.begin(cadre)
    const office = await bed.voice('vanphong')
    expect(await bed.say(office, resolve(threadId, true))).toEqual(refused('noRight'))
    expect(await bed.say(secretary, resolve(threadId, true))).toMatchObject(done)
    expect((await thread(threadId))?.resolved?.by.personId).toBe(secretary.personId)
    expect(await bed.say(cadre, resolve(threadId, false))).toMatchObject(done)
    expect((await thread(threadId))?.resolved).toBe(null)
    await bed.say(cadre, resolve(threadId, true))
    await bed.say(office, reply(threadId))
    expect((await thread(threadId))?.resolved).toBe(null)
  })
})

it('[Q16] all this is possible in a finalised month, and no byte of the plan changes', async () => {
  const { prisma } = bed.database
  const where = { branchId_month: bed.plan }
  const bytes = () => bed.database.pool.query('select * from plan_update order by plan_id, seq')
  const before = (await bytes()).rows
  const plan = await prisma.plan.update({ where, data: { status: 'finalised' } })
  const { threadId, commentId } = await bed.begin(cadre)
  expect(await bed.say(secretary, reply(threadId))).toMatchObject(done)
  const edit: Unsent = { kind: 'edit', commentId, body: 'Đã rõ.', mentions: [] }
  expect(await bed.say(cadre, edit)).toMatchObject(done)
  expect(await bed.say(cadre, { kind: 'resolve', threadId, resolved: true })).toMatchObject(done)
  expect((await bytes()).rows).toEqual(before)
  const after = await prisma.plan.update({ where, data: { status: 'drafting' } })
  expect(after.headSeq).toBe(plan.headSeq)
})
