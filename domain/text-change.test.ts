import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textChange } from './text-change.ts'

function apply(before: string, after: string): string {
  const { at, removed, added } = textChange(before, after)
  return before.slice(0, at) + added + before.slice(at + removed)
}

it.each([
  ['', ''],
  ['a', ''],
  ['aa', 'aaa'],
  ['Thu', 'Thử'],
  ['Sửa bể', 'Sửa hai bể'],
])('[T5] turns %j into %j', (before, after) => {
  expect(apply(before, after)).toBe(after)
})

it('[T5] changes no more than what differs', () => {
  expect(textChange('Sửa bể nước', 'Sửa hai bể nước')).toEqual({ at: 4, removed: 0, added: 'hai ' })
})

it('[T5] never cuts a surrogate pair', () => {
  expect(textChange('x\u{1F33E}y', 'x\u{1F33F}y')).toEqual({
    at: 1,
    removed: 2,
    added: '\u{1F33F}',
  })
})

it('[T5] never parts a letter from its marks', () => {
  expect(textChange('ban\u0301', 'ban\u0300')).toEqual({ at: 2, removed: 2, added: 'n\u0300' })
})

it('[T5] gives the wanted text for any two texts', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', '\u0301', '\u0302', '\u{1F33E}', '\u{1F33F}', 'ễ'),
  })
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      expect(apply(before, after)).toBe(after)
    }),
    { seed: 7, numRuns: 1_000 },
  )
})
