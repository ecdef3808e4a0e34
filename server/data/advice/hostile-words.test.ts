import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import {
  type AdviceTestBed,
  beginning,
  openAdviceTestBed,
  type Unsent,
  type Voice,
} from './advice-test-bed.ts'
import { takeActs } from './take-acts.ts'

let bed: AdviceTestBed
let cadre: Voice
beforeAll(async () => {
  bed = await openAdviceTestBed()
  cadre = await bed.voice('canbo')
})
afterAll(() => bed.close())

/** What is shown of it to somebody else. */
async function shown(body: string): Promise<string | undefined> {
  const { threadId } = await bed.begin(cadre, { body })
  const { threads } = await bed.news(await bed.voice('bithu'))
  return threads.find(({ id }) => id === threadId)?.comments[0]?.body
}

describe('hostile text', () => {
  it('[Q14] stays the letters that it is', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    expect(await shown(script)).toBe(script)
    const link = '[bấm](javascript:alert(1)) data:text/html,<b>x</b> &lt;b&gt; {{1+1}} \\u0000'
    expect(await shown(link)).toBe(link)
    expect(await shown("'; drop table comment; --")).toBe("'; drop table comment; --")
  })

  it('[Q14] loses what nobody can see: controls, marks that turn the writing, lone surrogates', async () => {
    expect(await shown('a\u0000b\u001b[31mc\u202Edcba\u2066x\u2069\uFEFF\u200B')).toBe(
      'ab[31mcdcbax',
    )
    expect(await shown('dòng 1\r\ndòng\u20282\t\ud83d')).toBe('dòng 1\ndòng\n2 \uFFFD')
    expect(await shown('e\u0302\u0301')).toBe('\u1EBF')
    const place: AdvicePlace = {
      kind: 'passage',
      part: 'focus',
      quote: 'x\u0000\u202Ey',
      prefix: '\u0000',
      suffix: '\u2066',
      occurrence: 0,
    }
    const title = 'a\u0000\u202Eb'
    const change: ProposedChange = { kind: 'newTask', title, doers: [], groupIds: [], due: null }
    const { threadId } = await bed.begin(cadre, { place, change })
    const { threads } = await bed.news(cadre)
    expect(threads.find(({ id }) => id === threadId)).toMatchObject({
      place: { quote: 'xy', prefix: '', suffix: '' },
      anchor: null,
      proposal: { change: { title: 'ab' } },
    })
  })

  it('[Q14] is refused with a clear sentence when it is nothing, too long, or mentions too many', async () => {
    const refusal = async (more: object) =>
      bed.say(cadre, { ...beginning(bed.plan), ...more }) as Promise<{ message?: string }>
    for (const body of ['', ' \n ', '\u202E\u0000']) {
      expect(await refusal({ body })).toMatchObject({ code: 'nothingSaid' })
    }
    expect(await refusal({ body: 'a'.repeat(1_000_000) })).toMatchObject({
      code: 'textTooLong',
      message: 'Đoạn văn dài quá. Nhiều nhất là 2000 ký tự.',
      again: false,
    })
    const mentions = Array.from({ length: 500 }, () => randomUUID())
    expect(await refusal({ mentions })).toMatchObject({
      code: 'tooManyMentions',
      message: 'Một góp ý nhắc quá nhiều người; nhiều nhất là 20 người.',
    })
    for (const more of [
      { id: randomUUID(), place: { kind: 'group', id: '__proto__' } },
      { id: randomUUID(), place: { kind: 'household', id: randomUUID() } },
      { month: '2026-13' },
      { html: '<b>' },
    ]) {
      expect(await refusal(more)).toMatchObject({ code: 'badInput' })
    }
  })
})

describe('too much', () => {
  it('[Q15] of one person in a minute waits, nonsense counted, and takes nothing from others', async () => {
    await bed.database.pool.query('delete from attempt_limit')
    const acts = Array.from({ length: adviceLimits.actsPerMinute }, () => ({
      id: randomUUID(),
      kind: 'nonsense',
    }))
    await takeActs(bed.database, cadre, { acts }, bed.asked)
    const first = beginning(bed.plan)
    const answer = { kind: 'reply', threadId: first.threadId, body: 'Và nữa', mentions: [] }
    const late = [first, { ...answer, id: randomUUID() }]
    const { answers } = await takeActs(bed.database, cadre, { acts: late }, bed.asked)
    expect(answers).toMatchObject(late.map(() => ({ ok: false, code: 'tooFast', again: true })))
    const secretary = await bed.voice('bithu')
    const others = await takeActs(
      bed.database,
      secretary,
      { acts: [beginning(bed.plan)] },
      bed.asked,
    )
    expect(others.answers).toMatchObject([{ ok: true }])
    // The same acts a minute later are done, in their order.
    await bed.database.pool.query('delete from attempt_limit')
    const again = await takeActs(bed.database, cadre, { acts: late }, bed.asked)
    expect(again.answers).toMatchObject(late.map(() => ({ ok: true })))
  })

  it('[Q15] of threads in a plan, and of answers in a thread, is refused', async () => {
    const { threadId } = await bed.begin(cadre)
    const { prisma, pool } = bed.database
    const { id: planId } = await prisma.plan.findUniqueOrThrow({
      where: { branchId_month: bed.plan },
    })
    await pool.query(
      `insert into comment (id, thread_id, author_id, body)
       select gen_random_uuid(), $1, $2, 'x' from generate_series(1, $3)`,
      [threadId, cadre.personId, adviceLimits.commentsOfThread],
    )
    const reply: Unsent = { kind: 'reply', threadId, body: 'Một nữa', mentions: [] }
    expect(await bed.say(cadre, reply)).toMatchObject({ code: 'threadFull' })
    await pool.query(
      `insert into thread (id, plan_id, epoch, place_kind, author_id, rev)
       select gen_random_uuid(), $1, 1, 'plan', $2, 1 from generate_series(1, $3)`,
      [planId, cadre.personId, adviceLimits.threadsOfPlan],
    )
    expect(await bed.say(cadre, beginning(bed.plan))).toMatchObject({ code: 'tooManyThreads' })
    await pool.query(
      'delete from thread where not exists (select 1 from comment where thread_id = thread.id)',
    )
  })
})

it('[Q18] what an honest page never asks for is noted, by ids and without a word of anybody', async () => {
  const stranger = await bed.voice('bithu2')
  const before = bed.noted.length
  await bed.say(stranger, { ...beginning(bed.plan), body: 'kín' })
  await bed.say(stranger, { id: randomUUID(), kind: 'x\nforged line' } as never)
  expect(bed.noted.slice(before)).toEqual([
    `refused: begin, noRight, by person ${stranger.personId}`,
    `refused: x?forged?line, badInput, by person ${stranger.personId}`,
  ])
})
