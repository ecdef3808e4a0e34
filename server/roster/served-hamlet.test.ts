import { describe, expect, it } from 'vitest'
import { nameKey } from './name-key.ts'
import { servedHamlet } from './served-hamlet.ts'

const hamlets = ['Tông 1', 'Na Tông 1', 'Na Tông 11', 'Na Ố', 'Gia Phú A', 'Pá Kìn', 'Pa Kín']

describe('[L12] the hamlet that a branch serves', () => {
  it.each([
    ['Chi bộ bản Na Tông 1', 'Na Tông 1'],
    ['Chi bộ bản Na Tông 11', 'Na Tông 11'],
    ['CHI BỘ BẢN NA TÔNG 1', 'Na Tông 1'],
    ['Chi bộ bản Na Tông 1'.normalize('NFD'), 'Na Tông 1'],
    ['Chi bo ban Na Tong 1', 'Na Tông 1'],
    ['Chi bộ bản Na ố', 'Na Ố'],
    ['Gia Phú A', 'Gia Phú A'],
    ['Chi bộ bản Pa Kín', 'Pa Kín'],
    ['Chi bo ban Pa Kin', null],
    ['Chi bộ bản Khe Na Tông 12', null],
    ['Chi bộ Trường Tiểu học số 1', null],
    ['Chi bộ bản ANa Ố', null],
  ])('%s → %s', (branch, hamlet) => {
    expect(servedHamlet(branch, hamlets)).toBe(hamlet)
  })
})

it('[L14] names are the same whatever the case, the spaces and the place of the tone mark, and no further', () => {
  expect(nameKey(' Bản  HOÀ Bình')).toBe(nameKey('bản Hòa Bình'))
  expect(nameKey('Thuỷ')).toBe(nameKey('Thủy'.normalize('NFD')))
  expect(nameKey('Na Sang')).not.toBe(nameKey('Na Sáng'))
  expect(nameKey('Đăk')).not.toBe(nameKey('Dak'))
})
