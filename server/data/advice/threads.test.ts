import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AdviceTestBed,
  openAdviceTestBed,
  type Unsent,
  type Voice,
} from './advice-test-bed.ts'

let bed: AdviceTestBed
let cadre: Voice
let secretary: Voice
beforeAll(async () => {
  bed = await openAdviceTestBed()
  cadre = await bed.voice('canbo')
  secretary = await bed.voice('bithu')
})
afterAll(() => bed.close())

describe('a thread', () => {
  it('[Q1] is begun by somebody without the right to edit, and read by the others', async () => {
    const { threadId, commentId } = await bed.begin(cadre)
    const answer = await bed.say(secretary, {
      kind: 'reply',
      threadId,
      body: 'Tôi sẽ hỏi đồng chí An.',
      mentions: [],
    })
    expect(answer).toMatchObject({ ok: true })
    const { threads, rev } = await bed.news(secretary)
    expect(threads.find(({ id }) => id === threadId)).toMatchObject({
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

  it('[Q2] gives only what changed since a revision', async () => {
    const { rev } = await bed.news(cadre)
    const { threadId } = await bed.begin(cadre)
    const news = await bed.news(secretary, rev)
    expect(news.threads.map(({ id }) => id)).toEqual([threadId])
    expect(news.people).toEqual([])
    expect((await bed.news(secretary, news.rev)).threads).toEqual([])
  })

  it('[Q3] an act that is sent again, also twice at once, is done once', async () => {
    const { threadId } = await bed.begin(cadre)
    const id = randomUUID()
    const act: Unsent & { id: string } = { kind: 'reply', id, threadId, body: 'Một', mentions: [] }
    const both = await Promise.all([bed.say(cadre, act), bed.say(cadre, act)])
    expect([...both, await bed.say(cadre, act)]).toEqual(
      Array.from({ length: 3 }, () => ({ id, ok: true })),
    )
    const { threads } = await bed.news(cadre)
    expect(threads.find((thread) => thread.id === threadId)?.comments).toHaveLength(2)
    expect(await bed.say(secretary, act)).toMatchObject({ ok: false, code: 'badInput' })
  })
})
