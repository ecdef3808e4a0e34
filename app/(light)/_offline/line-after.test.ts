import { expect, it } from 'vitest'
import { lineAfter } from './line-after.ts'

const renderedAt = 1_000_000
const minute = 60_000

it('comes back from offline with the next answer', () => {
  const lost = lineAfter('unknown', null, renderedAt)
  expect(lost).toBe('offline')
  expect(lineAfter(lost, renderedAt + minute, renderedAt)).toBe('online')
  expect(lineAfter(lost, renderedAt + 60 * minute, renderedAt)).toBe('kept')
})

it('a page that was sent now stays one while it is looked at, and one that was kept stays kept', () => {
  const sent = lineAfter('unknown', renderedAt + 1_000, renderedAt)
  expect(lineAfter(sent, renderedAt + 60 * minute, renderedAt)).toBe('online')
  const kept = lineAfter('unknown', renderedAt + 60 * minute, renderedAt)
  expect(lineAfter(kept, renderedAt + 61 * minute, renderedAt)).toBe('kept')
})
