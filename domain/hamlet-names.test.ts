import { describe, expect, it } from 'vitest'
import { hamletKind, hamletName } from './hamlet-names.ts'

describe('hamletKind', () => {
  it.each([
    ['Tổ dân phố 3', 'tổ dân phố'],
    ['thôn 5', 'thôn'],
    ['BẢN NA TÔNG 1', 'bản'],
    ['Chi bộ khu phố 2', 'khu phố'],
    ['Na Tông 1', null],
    ['Chi bộ Trường Mầm non', null],
    ['Bản', null],
    ['Thônxa 1', null],
  ])('[N5] in %j there is %j', (name, kind) => {
    expect(hamletKind(name)).toBe(kind)
  })
})

describe('hamletName', () => {
  it.each([
    ['Tổ dân phố 3', 'Chi bộ Tổ dân phố 3', 'Tổ dân phố 3'],
    ['Thôn 5', 'Chi bộ bản Na Tông 1', 'Thôn 5'],
    ['Vi Chênh 1', 'Chi bộ thôn Vi Chênh 1', 'thôn Vi Chênh 1'],
    ['Na Tông 1', 'Chi bộ Bản Na Tông 1', 'bản Na Tông 1'],
    ['Na Tông 2', 'Chi bộ bản Na Tông 1', 'bản Na Tông 2'],
    ['Na Sang', 'Chi bộ Trường Mầm non', 'Na Sang'],
  ])('[N5] %j of %j is called %j', (name, branch, said) => {
    expect(hamletName(name, branch)).toBe(said)
  })
})
