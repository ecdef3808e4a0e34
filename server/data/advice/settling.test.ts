import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import {
  type AdviceTestBed,
  beginning,
  openAdviceTestBed,
  type Unsent,
  type Voice,
} from './advice-test-bed.ts'
import { openTask } from './open-task.ts'

let bed: AdviceTestBed
let cadre: Voice
let secretary: Voice
let committee: Voice
beforeAll(async () => {
  bed = await openAdviceTestBed()
  cadre = await bed.voice('canbo')
  secretary = await bed.voice('bithu')
  committee = await bed.voice('chiuy')
})
afterAll(() => bed.close())

const done = { ok: true }
const refused = (code: string) => expect.objectContaining({ ok: false, code })
const change: ProposedChange = {
  kind: 'newTask',
  title: 'Vận động làm nhà tiêu hợp vệ sinh',
  doers: [],
  groupIds: [],
  due: '2026-12-20',
}

async function finalised(status: 'finalised' | 'drafting') {
  const where = { branchId_month: bed.plan }
  await bed.database.prisma.plan.update({ where, data: { status } })
}

describe('a proposal', () => {
  type State = Extract<Unsent, { kind: 'settle' }>['state']
  const settle = (voice: Voice, threadId: string, state: State) =>
    bed.say(voice, { kind: 'settle', threadId, state })
  const propose = () => bed.begin(cadre, { body: '', change })
  const proposal = async (id: string) =>
    (await bed.news(cadre)).threads.find((thread) => thread.id === id)?.proposal

  it('[Q8] is put forward without words, and accepted by exactly one of two editors', async () => {
    const { threadId } = await propose()
    expect(await proposal(threadId)).toEqual({ change, state: 'open', settled: null })
    expect(await settle(cadre, threadId, 'accepted')).toEqual(refused('noRight'))
    const both = await Promise.all([
      settle(secretary, threadId, 'accepted'),
      settle(committee, threadId, 'accepted'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual(refused('alreadySettled'))
    const winner = both[0]?.ok ? secretary : committee
    expect(await proposal(threadId)).toMatchObject({
      state: 'accepted',
      settled: { by: { personId: winner.personId } },
    })
    expect(await settle(winner, threadId, 'open')).toMatchObject(done)
    expect(await proposal(threadId)).toMatchObject({ state: 'open', settled: null })
  })

  it('[Q8] is withdrawn and put forward again by its author alone', async () => {
    const { threadId } = await propose()
    expect(await settle(secretary, threadId, 'withdrawn')).toEqual(refused('noRight'))
    expect(await settle(cadre, threadId, 'declined')).toEqual(refused('noRight'))
    expect(await settle(cadre, threadId, 'withdrawn')).toMatchObject(done)
    expect(await settle(secretary, threadId, 'accepted')).toEqual(refused('alreadySettled'))
    expect(await settle(secretary, threadId, 'open')).toEqual(refused('noRight'))
    expect(await settle(cadre, threadId, 'open')).toMatchObject(done)
    expect(await settle(secretary, threadId, 'declined')).toMatchObject(done)
    expect(await settle(cadre, threadId, 'open')).toEqual(refused('noRight'))
  })

  it('[Q8] is not accepted in a finalised month, where it can still be declined', async () => {
    const { threadId } = await propose()
    await finalised('finalised')
    expect(await settle(secretary, threadId, 'accepted')).toEqual(refused('planFinalised'))
    expect(await settle(secretary, threadId, 'declined')).toMatchObject(done)
    await finalised('drafting')
    const { threadId: plain } = await bed.begin(cadre)
    expect(await settle(secretary, plain, 'accepted')).toEqual(refused('unknownAdvice'))
  })
})

describe('a report', () => {
  const report = (
    taskId: string,
    more: Partial<Extract<Unsent, { kind: 'report' }>> = {},
  ): Unsent => ({
    kind: 'report',
    ...bed.plan,
    taskId,
    outcome: 'done',
    figure: null,
    reason: null,
    next: null,
    ...more,
  })

  it('[Q9] is made by the member whom the committed plan gives the task to, finalised or not', async () => {
    const member = await bed.voice('dangvien')
    const own = await openTask(bed, [String(member.memberId)])
    const others = await openTask(bed, [String(secretary.memberId)])
    expect(await bed.say(member, report(others))).toEqual(refused('notOwnTask'))
    expect(await bed.say(member, report('no-such-task'))).toEqual(refused('unknownTask'))
    expect(await bed.say(cadre, report(own))).toEqual(refused('noRight'))
    await finalised('finalised')
    const figure = { done: 3, of: 8 }
    const partly = report(own, { outcome: 'partly', figure, reason: 'weather', next: 'continue' })
    expect(await bed.say(member, partly)).toMatchObject(done)
    await finalised('drafting')
    const expected = {
      taskId: own,
      memberId: member.memberId,
      outcome: 'partly',
      figure,
      reason: 'weather',
      next: 'continue',
      taken: null,
    }
    for (const voice of [member, secretary, cadre]) {
      expect((await bed.news(voice)).reports).toMatchObject([expected])
    }
  })

  it('[Q9] has a figure when partly done, a reason when not done, and neither when done', async () => {
    const member = await bed.voice('dangvien')
    const own = await openTask(bed, [String(member.memberId)])
    const badInput = refused('badInput')
    expect(await bed.say(member, report(own, { outcome: 'partly' }))).toEqual(badInput)
    const tooMany = { outcome: 'partly', figure: { done: 9, of: 8 } } as const
    expect(await bed.say(member, report(own, tooMany))).toEqual(badInput)
    expect(await bed.say(member, report(own, { outcome: 'notDone' }))).toEqual(badInput)
    expect(await bed.say(member, report(own, { reason: 'noFunds' }))).toEqual(badInput)
    const notDone = report(own, { outcome: 'notDone', reason: 'noFunds', next: 'help' })
    expect(await bed.say(member, notDone)).toMatchObject(done)
  })

  it('[Q10] is taken once, by an editor, and not in a finalised month', async () => {
    const member = await bed.voice('dangvien')
    const own = await openTask(bed, [String(member.memberId)])
    const reportId = randomUUID()
    expect(await bed.say(member, { ...report(own), id: reportId })).toMatchObject(done)
    const take = (voice: Voice, taken = true) => bed.say(voice, { kind: 'take', reportId, taken })
    expect(await take(member)).toEqual(refused('noRight'))
    expect(await take(cadre)).toEqual(refused('noRight'))
    await finalised('finalised')
    expect(await take(secretary)).toEqual(refused('planFinalised'))
    await finalised('drafting')
    const both = await Promise.all([take(secretary), take(committee)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual(refused('alreadySettled'))
    const { reports } = await bed.news(member)
    expect(reports.find(({ id }) => id === reportId)?.taken).not.toBe(null)
    expect(await take(secretary, false)).toMatchObject(done)
    expect(await take(committee)).toMatchObject(done)
  })
})

it('[Q1] a thread stands at a group or a member of this branch', async () => {
  const elsewhere = await bed.groupId('Na Tông 2', 'Nhóm 1')
  const place = { kind: 'group', id: elsewhere } as const
  expect(await bed.say(cadre, { ...beginning(bed.plan), place })).toEqual(refused('unknownGroup'))
  const { memberId } = await bed.asker('bithu2')
  const stranger = { kind: 'member', id: String(memberId) } as const
  expect(await bed.say(cadre, { ...beginning(bed.plan), place: stranger })).toEqual(
    refused('unknownMember'),
  )
  const own = { kind: 'group', id: await bed.groupId('Na Tông 1', 'Nhóm 1') } as const
  expect(await bed.say(cadre, { ...beginning(bed.plan), place: own })).toMatchObject(done)
})
