import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type AdviceTestBed,
  openAdviceTestBed,
  type Unsent,
  type Voice,
} from './advice-test-bed.ts'

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
beforeEach(async () => {
  await bed.database.prisma.notice.deleteMany()
  await bed.database.prisma.noticeMute.deleteMany()
})
afterAll(() => bed.close())

const done = { ok: true }

async function reply(voice: Voice, threadId: string, mentions: string[] = []) {
  expect(
    await bed.say(voice, { kind: 'reply', threadId, body: 'Đồng ý.', mentions }),
  ).toMatchObject(done)
}

describe('a mention', () => {
  it('[Q11] reaches those who may comment on the plan, and nobody else', async () => {
    const member = await bed.voice('dangvien')
    const stranger = await bed.voice('bithu2')
    const wanted = [secretary, member, stranger, cadre].map(({ personId }) => personId)
    const { threadId, commentId } = await bed.begin(cadre, { mentions: wanted })
    const { threads, people } = await bed.news(cadre)
    const said = threads.find(({ id }) => id === threadId)?.comments[0]
    expect(said?.mentions.map(({ personId }) => personId).sort()).toEqual(
      [secretary.personId, cadre.personId].sort(),
    )
    expect(people.map(({ role }) => role).sort()).toEqual(
      ['cadre', 'committee', 'deputy', 'office', 'secretary'].sort(),
    )
    expect(await bed.notices(secretary)).toMatchObject([
      { kind: 'mention', threadId, words: 'Nhóm 4 chưa có ai phụ trách.', isRead: false },
    ])
    // Nothing for one's own act, although one's own name stands in it.
    for (const voice of [member, stranger, cadre]) expect(await bed.notices(voice)).toEqual([])
    await bed.say(cadre, { kind: 'delete', commentId })
    expect(await bed.notices(secretary)).toEqual([])
  })

  it('[Q11] that is written in later is told, one that stays is not told again', async () => {
    const { commentId } = await bed.begin(cadre, { mentions: [secretary.personId] })
    const mentions = [secretary.personId, committee.personId]
    const edit = {
      kind: 'edit',
      commentId,
      body: 'Xin hai đồng chí cho ý kiến.',
      mentions,
    } as const
    expect(await bed.say(cadre, { ...edit, mentions })).toMatchObject(done)
    const kinds = async (voice: Voice) => (await bed.notices(voice)).map(({ kind }) => kind).sort()
    expect(await kinds(secretary)).toEqual(['mention'])
    expect(await kinds(committee)).toEqual(['digest', 'mention'])
  })
})

describe('everything else', () => {
  it('[Q12] is one unread digest for a person and plan, and a new one once that was read', async () => {
    const { threadId } = await bed.begin(cadre)
    await reply(cadre, threadId)
    await bed.say(cadre, { kind: 'resolve', threadId, resolved: true })
    const [digest, ...more] = await bed.notices(secretary)
    expect(digest).toMatchObject({ kind: 'digest', count: 3, month: '2026-12', words: null })
    expect(more).toEqual([])
    await bed.say(secretary, { kind: 'read', noticeIds: [digest?.id ?? ''] })
    await reply(cadre, threadId)
    expect(await bed.notices(secretary)).toMatchObject([
      { kind: 'digest', count: 1, isRead: false },
      { id: digest?.id, isRead: true },
    ])
    expect(await bed.notices(cadre)).toEqual([])
  })

  it('[Q12] reaches the office only where it took part', async () => {
    const office = await bed.voice('vanphong')
    const { threadId } = await bed.begin(cadre)
    expect(await bed.notices(office)).toEqual([])
    await reply(office, threadId)
    await reply(cadre, threadId)
    expect(await bed.notices(office)).toMatchObject([{ kind: 'digest', count: 1 }])
  })
})

describe('one’s own notices', () => {
  it('[Q13] stop for a plan that one muted, and come back', async () => {
    const mute = (muted: boolean) => bed.say(secretary, { kind: 'mute', ...bed.plan, muted })
    expect(await mute(true)).toMatchObject(done)
    expect((await bed.news(secretary)).isMuted).toBe(true)
    await bed.begin(cadre, { mentions: [secretary.personId] })
    expect(await bed.notices(secretary)).toEqual([])
    expect(await bed.notices(committee)).toHaveLength(1)
    expect(await mute(false)).toMatchObject(done)
    await bed.begin(cadre, { mentions: [secretary.personId] })
    expect(await bed.notices(secretary)).toHaveLength(1)
  })

  it('[Q13] are read on all devices, and by nobody else', async () => {
    await bed.begin(cadre, { mentions: [secretary.personId] })
    const [notice] = await bed.notices(secretary)
    const read: Unsent = { kind: 'read', noticeIds: [notice?.id ?? '', randomUUID()] }
    await bed.say(committee, read)
    expect(await bed.notices(secretary)).toMatchObject([{ isRead: false }])
    const phone = await bed.voice('bithu')
    await bed.say(phone, read)
    expect(await bed.notices(secretary)).toMatchObject([{ isRead: true }])
  })

  it('[Q13] are gone with the right to see what they are about', async () => {
    await bed.begin(secretary, { mentions: [cadre.personId] })
    const grants = cadre.grants.filter(({ unitId }) => unitId !== bed.plan.branchId)
    expect(await bed.notices(cadre)).toHaveLength(1)
    expect(await bed.notices({ ...cadre, grants })).toEqual([])
  })
})

it('[Q12] two people who speak at once in one plan lose no count', async () => {
  const { threadId } = await bed.begin(cadre)
  await bed.database.prisma.notice.deleteMany()
  const act: Unsent = { kind: 'reply', threadId, body: 'Cùng lúc', mentions: [] }
  const voices = [cadre, committee, cadre, committee, cadre]
  await Promise.all(voices.map((voice) => bed.say(voice, act)))
  expect(await bed.notices(secretary)).toMatchObject([{ count: voices.length }])
})
