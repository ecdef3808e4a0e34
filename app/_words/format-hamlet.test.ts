import { expect, it } from 'vitest'
import { formatHamlet } from './format-hamlet.ts'

const ofBan = 'Chi bộ bản Na Tông 1'
const ofThon = 'Chi bộ thôn Vi Chênh 1'
const ofSchool = 'Chi bộ Trường Mầm non'

it.each([
  ['Na Tông 1', ofBan, 'Bản Na Tông 1', 'bản Na Tông 1'],
  ['Vi Chênh 1', ofThon, 'Thôn Vi Chênh 1', 'thôn Vi Chênh 1'],
  ['Tổ dân phố 3', ofBan, 'Tổ dân phố 3', 'Tổ dân phố 3'],
  ['ấp 5', ofSchool, 'Ấp 5', 'ấp 5'],
  ['Na Sang', ofSchool, 'Na Sang', 'Na Sang'],
])(
  '[N5] %j of %j begins a line as %j and stands inside one as %j',
  (name, branch, begun, inside) => {
    expect(formatHamlet(name, branch, 'vi')).toBe(begun)
    expect(formatHamlet(name, branch, 'vi', 'inside')).toBe(inside)
  },
)

it.each([
  ['Na Tông 1', ofBan, 'Na Tông 1 hamlet'],
  ['Na Sang', ofSchool, 'Na Sang hamlet'],
  ['Tổ dân phố 3', ofBan, 'Tổ dân phố 3'],
  ['Thôn 5', ofSchool, 'Thôn 5'],
])(
  '[N5] %j of %j is %j in English, whose name says what it is no second time',
  (name, branch, said) => {
    expect(formatHamlet(name, branch, 'en')).toBe(said)
    expect(formatHamlet(name, branch, 'en', 'inside')).toBe(said)
  },
)
