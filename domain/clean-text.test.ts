import { expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean-text.ts'

it('[V4] half a surrogate pair becomes the replacement sign, before Yjs would send it as one', () => {
  expect(cleanLine('a\uD800b', 10)).toBe('a\uFFFDb')
  expect(cleanText('\uDC00', 10)).toBe('\uFFFD')
})

it('[V4] a cut never halves a pair', () => {
  expect(cleanLine('ab\u{1F33E}', 3)).toBe('ab')
  expect(cleanLine('ab\u{1F33E}', 4)).toBe('ab\u{1F33E}')
})

it('[V4] lines are kept in a text and joined in a line; spaces stay as typed', () => {
  expect(cleanText('a \r\n b\rc\u2029d', 99)).toBe('a \n b\nc\nd')
  expect(cleanLine('a \n b\t', 99)).toBe('a   b ')
})

it('[V4] joiners inside letters of other scripts are kept', () => {
  expect(cleanLine('\u{1F469}\u200D\u{1F33E}', 99)).toBe('\u{1F469}\u200D\u{1F33E}')
})
