import { expect, it } from 'vitest'
import { recordActSchema, recordLimits } from './record-act.ts'

const id = '0199a000-0000-7000-8000-000000000001'
const plan = { branchId: id, month: '2026-12' }
/** What is kept of a text, in each place where one is written; undefined when it is refused. */
const kept: Record<string, (text: string) => unknown> = {
  words: (words) => read({ kind: 'justify', ...plan, checkKey: 'overLimit m3', words })?.['words'],
  documentNumber: (documentNumber) =>
    read({ kind: 'meeting', ...plan, documentNumber })?.['documentNumber'],
  reason: (reason) => read({ kind: 'reopen', ...plan, recordId: id, reason })?.['reason'],
  'reason of a verdict': (reason) => read(settle({ reason }))?.['reason'],
}
const settle = (more: object) => ({
  kind: 'settleLate',
  lateEditId: id,
  key: 'task t1',
  verdict: 'dismissed',
  reason: 'đã làm',
  month: null,
  ...more,
})

function read(act: object): Record<string, unknown> | undefined {
  return recordActSchema.safeParse(act).data
}

const places = Object.keys(kept)

it.each(places)('[F62] %s is kept as letters: NFC, without what cannot be seen', (place) => {
  expect(kept[place]?.('  \u0000lý\u0007 do \u202Eđúng\u202C\uFEFF ')).toBe('lý do đúng')
  expect(kept[place]?.('nga\u0300y ho\u0323p')).toBe('ngày họp')
  expect(kept[place]?.('mất \uD800 nửa')).toBe('mất \uFFFD nửa')
})

it.each(places)('[F62] %s that is too long is refused, never cut', (place) => {
  const most = place === 'documentNumber' ? recordLimits.documentNumber : recordLimits.reason
  expect(kept[place]?.('ố'.repeat(most))).toBe('ố'.repeat(most))
  // As some keyboards send it: three signs a letter.
  expect(kept[place]?.('o\u0302\u0301'.repeat(most))).toBe('ố'.repeat(most))
  expect(kept[place]?.('ố'.repeat(most + 1))).toBeUndefined()
  expect(kept[place]?.('a'.repeat(100_000))).toBeUndefined()
})

it('[F62] a number is one line, and a reason has letters that can be seen', () => {
  expect(kept['documentNumber']?.('12\n-KH/CB')).toBe('12 -KH/CB')
  expect(kept['words']?.('một\r\nhai')).toBe('một\nhai')
  expect(kept['reason']?.('\u200B\u202E\u0000\u200B')).toBeUndefined()
  expect(kept['words']?.('\u0000')).toBe('')
})

it('[F62] a key holds nothing that a database cannot', () => {
  for (const key of ['', 'task \u0000', 'task \uD800']) {
    expect(read({ kind: 'justify', ...plan, checkKey: key, words: '' }), key).toBeUndefined()
    expect(read(settle({ key })), key).toBeUndefined()
  }
  expect(read(settle({}))).toMatchObject({ key: 'task t1' })
})
