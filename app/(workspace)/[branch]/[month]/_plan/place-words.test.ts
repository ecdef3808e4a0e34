import { describe, expect, it } from 'vitest'
import { group, rosterOf } from '#domain/testing/build-roster.ts'
import { placeWords } from './place-words.ts'

const named = (id: string, name: string) => group(id, { name })
const whole = (name: string) => `Cả bản ${name}`

const numbered = rosterOf(
  [],
  [named('g3', 'Nhóm 3'), named('g10', 'Nhóm 10'), named('g16', 'Nhóm 16')],
)
const groups = (...ids: string[]) => ({ kind: 'groups' as const, ids })

describe('the place of a task in words', () => {
  it('says the shared word once, in the order of the roster', () => {
    expect(placeWords(groups('g16', 'g3'), numbered, whole)).toBe('Nhóm 3, 16')
    expect(placeWords(groups('g10'), numbered, whole)).toBe('Nhóm 10')
  })

  it('says names whole that share no first word', () => {
    const mixed = rosterOf([], [named('a', 'Nhóm 1'), named('b', 'Tổ vay vốn'), named('c', 'Chợ')])
    expect(placeWords(groups('a', 'b'), mixed, whole)).toBe('Nhóm 1, Tổ vay vốn')
    expect(placeWords(groups('c'), mixed, whole)).toBe('Chợ')
  })

  it('names a whole hamlet, one of another branch too', () => {
    expect(placeWords({ kind: 'hamlet', id: 'h2' }, numbered, whole)).toBe('Cả bản Na Tông 2')
  })

  it('says nothing of what left the roster, or was never chosen', () => {
    expect(placeWords(groups('gone'), numbered, whole)).toBe('')
    expect(placeWords(groups('gone', 'g3'), numbered, whole)).toBe('Nhóm 3')
    expect(placeWords({ kind: 'hamlet', id: 'gone' }, numbered, whole)).toBe('')
    expect(placeWords(null, numbered, whole)).toBe('')
  })
})
