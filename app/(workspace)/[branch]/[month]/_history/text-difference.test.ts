import { expect, it } from 'vitest'
import { textDifference } from './text-difference.ts'

it('[H7] shows whole words that went and came, and what stands around them', () => {
  expect(textDifference('Họp chi bộ ngày 10.', 'Họp chi bộ ngày 15.')).toEqual({
    before: 'Họp chi bộ ngày ',
    removed: '10.',
    added: '15.',
    after: '',
  })
  expect(textDifference('Thăm hộ', 'Thăm hộ nghèo')).toMatchObject({
    removed: '',
    added: ' nghèo',
  })
  expect(textDifference('một hai ba', 'một ba')).toEqual({
    before: 'một ',
    removed: 'hai ',
    added: '',
    after: 'ba',
  })
})

it('[H7] shows of a long text only what is near', () => {
  const long = 'Mỗi đồng chí đến từng hộ trong nhóm. '.repeat(20)
  const { before, removed, added, after } = textDifference(
    `${long}xưa ${long}`,
    `${long}nay ${long}`,
  )
  expect([removed, added]).toEqual(['xưa', 'nay'])
  expect(before.length + after.length).toBeLessThan(90)
  expect(before.startsWith('…') && after.endsWith('…')).toBe(true)
})
