import { describe, expect, it } from 'vitest'
import type { GroupView, HamletView, RosterView } from '#domain/roster-view.ts'
import { placeWords } from './place-words.ts'

const group = (id: string, name: string) => ({ id, name, hamletId: 'h1' }) as GroupView
const hamlet = (id: string, name: string) => ({ id, name }) as HamletView
const whole = (name: string) => `Cả ${name}`

function rosterOf(groups: GroupView[]): RosterView {
  const communeHamlets = [hamlet('h1', 'Bản Na Tông 1'), hamlet('h2', 'Bản Na Sang')]
  return { groups, hamlets: communeHamlets.slice(0, 1), communeHamlets } as unknown as RosterView
}

const numbered = rosterOf([group('g3', 'Nhóm 3'), group('g10', 'Nhóm 10'), group('g16', 'Nhóm 16')])
const groups = (...ids: string[]) => ({ kind: 'groups' as const, ids })

describe('the place of a task in words', () => {
  it('says the shared word once, in the order of the roster', () => {
    expect(placeWords(groups('g16', 'g3'), numbered, whole)).toBe('Nhóm 3, 16')
    expect(placeWords(groups('g10'), numbered, whole)).toBe('Nhóm 10')
  })

  it('says names whole that share no first word', () => {
    const mixed = rosterOf([group('a', 'Nhóm 1'), group('b', 'Tổ vay vốn'), group('c', 'Chợ')])
    expect(placeWords(groups('a', 'b'), mixed, whole)).toBe('Nhóm 1, Tổ vay vốn')
    expect(placeWords(groups('c'), mixed, whole)).toBe('Chợ')
  })

  it('names a whole hamlet, one of another branch too', () => {
    expect(placeWords({ kind: 'hamlet', id: 'h2' }, numbered, whole)).toBe('Cả Bản Na Sang')
  })

  it('says nothing of what left the roster, or was never chosen', () => {
    expect(placeWords(groups('gone'), numbered, whole)).toBe('')
    expect(placeWords(groups('gone', 'g3'), numbered, whole)).toBe('Nhóm 3')
    expect(placeWords({ kind: 'hamlet', id: 'gone' }, numbered, whole)).toBe('')
    expect(placeWords(null, numbered, whole)).toBe('')
  })
})
