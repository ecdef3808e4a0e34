import { expect, it } from 'vitest'
import { mentionAt, mentionsIn, splitMentions, writeMention } from './mention-text.ts'

const people = ['Lò Thị Hoa', 'Lò Thị Hoan', 'Đặng Xuân Thành'].map((name, index) => ({
  personId: `p${index}`,
  name,
  role: null,
}))
const nobody = new Set<string>()

it('[Q33] an @ at the beginning of a word opens the list while somebody is called so', () => {
  expect(mentionAt('@', 1, people)).toEqual({ at: 0, query: '' })
  expect(mentionAt('Nhờ @dang xu', 12, people)).toEqual({ at: 4, query: 'dang xu' })
  expect(mentionAt('Nhờ @dang xu', 6, people)).toEqual({ at: 4, query: 'd' })
  expect(mentionAt('a@b', 3, people)).toBe(null)
  expect(mentionAt('@ai đó', 6, people)).toBe(null)
  expect(mentionAt('@Lò Thị Hoa xem giúp việc này', 29, people)).toBe(null)
})

it('[Q33] picking writes the whole name and goes on behind it', () => {
  expect(writeMention('Nhờ @da xem', { at: 4, query: 'da' }, 'Đặng Xuân Thành')).toEqual({
    text: 'Nhờ @Đặng Xuân Thành xem',
    caret: 21,
  })
  expect(writeMention('@', { at: 0, query: '' }, 'Lò Thị Hoa')).toEqual({
    text: '@Lò Thị Hoa ',
    caret: 12,
  })
})

it('[Q33] those are mentioned whose whole name stands behind an @', () => {
  const ids = (text: string) => mentionsIn(text, people, nobody).map(({ personId }) => personId)
  expect(ids('@Lò Thị Hoan và @Đặng Xuân Thành')).toEqual(['p1', 'p2'])
  expect(ids('@Lò Thị Hoa, @Lò Thị Hoa')).toEqual(['p0'])
  expect(ids('@Lò Thị')).toEqual([])
})

it('[Q33] of two people with one name the one who was picked is meant, else both', () => {
  const twins = [
    { personId: 'a', name: 'Vì Văn Quân', role: null },
    { personId: 'b', name: 'Vì Văn Quân', role: null },
  ]
  const ids = (picked: ReadonlySet<string>) =>
    mentionsIn('@Vì Văn Quân', twins, picked).map(({ personId }) => personId)
  expect(ids(new Set(['b']))).toEqual(['b'])
  expect(ids(nobody)).toEqual(['a', 'b'])
})

it('[Q33] a text is cut at its mentions and loses nothing', () => {
  const text = 'Nhờ @Lò Thị Hoan, cùng @Lò Thị Hoa.\nCảm ơn @ai'
  const pieces = splitMentions(text, people)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  expect(pieces.flatMap(({ mention }) => mention ?? [])).toEqual(['Lò Thị Hoan', 'Lò Thị Hoa'])
})
