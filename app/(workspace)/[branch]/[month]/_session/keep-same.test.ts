import { expect, it } from 'vitest'
import { keepSame } from './keep-same.ts'

it('keeps what did not change, so that only the changed card renders', () => {
  const before = new Map([
    ['a', { held: [1] }],
    ['b', { held: [2] }],
  ])
  const now = new Map([
    ['a', { held: [1] }],
    ['b', { held: [3] }],
  ])
  const kept = keepSame(before, now)
  expect(kept.get('a')).toBe(before.get('a'))
  expect(kept.get('b')).toBe(now.get('b'))
  expect(keepSame(before, new Map([...before].map(([key, value]) => [key, { ...value }])))).toBe(
    before,
  )
})
