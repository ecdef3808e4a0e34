import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { documentText } from '#domain/advice/document-text.ts'
import { findPassages } from '#domain/advice/find-passages.ts'
import { fillProse } from '#domain/commands/fill-prose.ts'
import { proseOf } from '#domain/plan-doc.ts'
import { loadPlan } from '../log/load-plan.ts'
import { changePlanForTest } from '../roster/change-plan-for-test.ts'
import { openSampleTestBed, type SampleTestBed } from '../roster/sample-test-bed.ts'
import { renewAnchorsOf } from './renew-anchors-of.ts'

// Threads take their time to begin on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let bed: SampleTestBed

beforeAll(async () => {
  bed = await openSampleTestBed()
})
afterAll(() => bed.close())

const quote = 'hỏi hộ cần hỗ trợ gì'
const passage = {
  kind: 'passage',
  part: 'focus',
  quote,
  prefix: 'một lần, ',
  suffix: '.',
  occurrence: 0,
} as const
const sentence = `Mỗi đồng chí đến từng hộ một lần, ${quote}.`

it('[Q25] a passage whose letters were written anew gets an anchor to them, once, and no plan is written', async () => {
  const { database } = bed
  const { pool, prisma } = database
  const branchId = await bed.branchId('Na Tông 1')
  const { personId } = await bed.asker('bithu')
  const given = { branchId, month: '2026-12', personId }
  const planId = await changePlanForTest(database, given, (doc) => {
    proseOf(doc, 'focus').delete(0, proseOf(doc, 'focus').length)
    fillProse(doc, 'focus', [sentence])
  })
  const { answer: anchor } = await bed.readers.plans.ask(pool, planId, 'anchor', passage)
  const id = randomUUID()
  const { kind: placeKind, ...words } = passage
  const row = { id, planId, epoch: 1, placeKind, ...words, authorId: personId, rev: 0n }
  await prisma.thread.create({ data: { ...row, anchor: Buffer.from(anchor ?? '', 'base64') } })
  await prisma.planAdvice.upsert({ where: { planId }, create: { planId }, update: {} })
  const kept = async () => {
    const thread = await prisma.thread.findUniqueOrThrow({ where: { id } })
    return { anchor: Buffer.from(thread.anchor ?? '').toString('base64'), rev: thread.rev }
  }

  await renewAnchorsOf(pool, bed.readers.plans, { planId, branchId })
  expect(await kept()).toEqual({ anchor, rev: 0n })

  // As an editor does who moves a paragraph: the same letters again, somewhere else.
  await changePlanForTest(database, given, (doc) => {
    const focus = proseOf(doc, 'focus')
    focus.delete(0, focus.length)
    for (const text of [sentence, 'Một đoạn khác.']) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      focus.insert(0, [paragraph])
    }
  })
  const head = await prisma.plan.findUniqueOrThrow({ where: { id: planId } })
  await Promise.all([
    renewAnchorsOf(pool, bed.readers.plans, { planId, branchId }),
    renewAnchorsOf(pool, bed.readers.plans, { planId, branchId }),
  ])
  const renewed = await kept()
  expect(renewed.anchor).not.toBe(anchor)
  await renewAnchorsOf(pool, bed.readers.plans, { planId, branchId })
  expect(await kept()).toEqual(renewed)
  expect((await prisma.plan.findUniqueOrThrow({ where: { id: planId } })).headSeq).toBe(
    head.headSeq,
  )
  const { doc } = await loadPlan(pool, planId)
  const [span] = findPassages(doc, 'focus', [{ passage, anchor: renewed.anchor }])
  const { text } = documentText(doc, 'focus')
  expect(span).toEqual({ from: text.indexOf(quote), to: text.indexOf(quote) + quote.length })
})
