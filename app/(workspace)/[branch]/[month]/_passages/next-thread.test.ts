import { expect, it } from 'vitest'
import { nextThread } from './next-thread.ts'

it('[Q24] clicks on passages over each other reach every thread about them', () => {
  expect(nextThread([], null)).toBe(null)
  expect(nextThread(['a'], null)).toBe('a')
  expect(nextThread(['a'], 'a')).toBe('a')
  expect(nextThread(['a', 'b'], null)).toBe('a')
  expect(nextThread(['a', 'b'], 'a')).toBe('b')
  expect(nextThread(['a', 'b'], 'b')).toBe('a')
  expect(nextThread(['a', 'b'], 'elsewhere')).toBe('a')
})
