import { expect, it } from 'vitest'
import { compareNames, foldVi, initialsOf, matchesSearch, sortNameOf } from './names.ts'

it.each([
  ['Đỗ Thị Hằng', 'do thi hang'],
  ['NGUYỄN  Văn\u00A0An ', 'nguyen van an'],
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['Ơ Ư Ă Â Ê Ô', 'o u a a e o'],
  ['H’Maryam Niê', "h'maryam nie"],
  ['Hʼđrah', "h'drah"],
  ['Ƀuôn', 'buon'],
])('[N1] folds %j to %j', (text, folded) => {
  expect(foldVi(text)).toBe(folded)
  expect(foldVi(text.normalize('NFD'))).toBe(folded)
})

it('[N2] sorts by given name in the order of the Vietnamese alphabet and its tones', () => {
  const sorted = [
    'Lò Văn Ý',
    'Lò Văn Đức',
    'Lò Văn An',
    'Vì Văn An',
    'Lò Văn Ân',
    'Lò Văn Dũng',
    'Lò Văn Ánh',
    'Lò Văn Ăn',
  ]
  expect([...sorted].sort(compareNames)).toEqual([
    'Lò Văn An',
    'Vì Văn An',
    'Lò Văn Ánh',
    'Lò Văn Ăn',
    'Lò Văn Ân',
    'Lò Văn Dũng',
    'Lò Văn Đức',
    'Lò Văn Ý',
  ])
  expect(['ma', 'má', 'mạ', 'mà', 'mã', 'mả'].sort(compareNames)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
  ])
})

it('[N2] the name the office gives decides before the last word', () => {
  const bhem = { name: 'Y Bhem Niê', sortName: 'Bhem' }
  const an = { name: 'Lò Văn An', sortName: 'An' }
  const cuong = { name: 'Cà Văn Cường', sortName: 'Cường' }
  expect([cuong, bhem, an].sort(compareNames)).toEqual([an, bhem, cuong])
})

it('[N2] names that differ never compare as equal', () => {
  expect(compareNames('hoà', 'hòa')).not.toBe(0)
  expect(compareNames('Lò An', 'Lò An')).toBe(0)
})

it.each([
  ['Đặng Xuân Thành', 'Thành', 'ĐT'],
  ['Cháng A Đềnh', 'Đềnh', 'CĐ'],
  ['Y Hnhat', 'Hnhat', 'YH'],
  ["H'Maryam Niê", 'Niê', 'HN'],
  ['Ấn', 'Ấn', 'Ấ'],
  ['  lò   văn ún ', 'ún', 'LÚ'],
  ['', '', ''],
  ['(7) –', '–', ''],
])('[N3] %j is called %j and shown as %j', (name, sortName, initials) => {
  expect(sortNameOf(name)).toBe(sortName)
  expect(initialsOf(name)).toBe(initials)
  expect(initialsOf(name.normalize('NFD'))).toBe(initials)
})

it.each([
  ['do thi', 'Đỗ Thị Hằng', true],
  ['thi do', 'Đỗ Thị Hằng', true],
  ['nguye', 'Nguyễn Văn An', true],
  ['Nguyê', 'Nguyễn Văn An', true],
  ['NGUYỄN', 'Nguyễn Văn An', true],
  ['  ', 'Nguyễn Văn An', true],
  ['van an', 'Nguyễn Văn An', true],
  ["h'mar", 'H’Maryam Niê', true],
  ['nhom 7', 'Nhóm 7', true],
  ['nhom 7', 'Nhóm 17', false],
  ['guyen', 'Nguyễn Văn An', false],
  ['an binh', 'Nguyễn Văn An', false],
])('[N4] searching %j in %j finds it: %j', (query, text, found) => {
  expect(matchesSearch(query, text)).toBe(found)
  expect(matchesSearch(query.normalize('NFD'), text.normalize('NFD'))).toBe(found)
})
