import { describe, expect, it } from 'vitest'
import { type Holding, plan, roster } from './board-test-roster.ts'
import { readMemberRows } from './member-row.ts'
import { cardTitle, readPlaceCards } from './place-card.ts'

const today = '2026-12-01'

function cards(wish: Parameters<typeof roster>[0], ...places: readonly Holding[]) {
  const branch = roster(wish)
  const month = plan(...places)
  return readPlaceCards(branch, month, readMemberRows(branch, month, today))
}

describe('readPlaceCards', () => {
  it('[K5] says of each group what it lacks', () => {
    const states = cards(
      { members: ['An', 'Bình'], groups: [{}, { poor: 3 }, {}, {}, {}] },
      ['m1', 'g2'],
      ['m2', 'g3'],
      ['m2', 'g4'],
      ['m2', 'g5'],
    ).map(({ state }) => state)
    expect(states).toEqual(['empty', 'stretched', 'over', 'over', 'over'])
  })

  it('adds the hamlet to a group only where the branch serves several', () => {
    expect(cards({ groups: [{}] })[0]?.name).toBe('Nhóm 1')
    expect(cards({ groups: [{}], hamlets: ['Na Tông 1', 'Na Tông 2'] })[0]?.name).toBe(
      'Nhóm 1, Na Tông 1',
    )
  })

  it('shows hamlets to those who work by field: the commune’s to a school, its own to a hamlet branch', () => {
    const names = (wish: Parameters<typeof roster>[0]) => cards(wish).map(({ name }) => name)
    expect(names({ members: ['An'], field: 'education', hamlets: [] })).toEqual(['Na Sang'])
    expect(names({ members: ['An'], field: 'education' })).toEqual(['Na Tông 1'])
    expect(names({ members: ['An'] })).toEqual([])
  })

  it('keeps someone who left the roster on the card, last', () => {
    const [card] = cards({ members: ['An'], groups: [{}] }, ['gone', 'g1'], ['m1', 'g1'])
    expect(card?.memberIds).toEqual(['m1', 'gone'])
  })
})

describe('cardTitle', () => {
  it('[N5] is a group’s name, and of a hamlet its name with what it is', () => {
    const titles = (wish: Parameters<typeof roster>[0], language: 'vi' | 'en' = 'vi') =>
      cards({ ...wish, members: ['An'], field: 'education' }).map((card) =>
        cardTitle(card, roster(wish), language),
      )
    const thon = { groups: [{}], hamlets: ['Vi Chênh 1'], branch: 'Chi bộ thôn Vi Chênh 1' }
    expect(titles(thon)).toEqual(['Nhóm 1', 'Thôn Vi Chênh 1'])
    expect(titles(thon, 'en')).toEqual(['Nhóm 1', 'Vi Chênh 1 hamlet'])
    expect(titles({ hamlets: ['Tổ dân phố 3'], branch: 'Chi bộ bản Na Sang' })).toEqual([
      'Tổ dân phố 3',
    ])
    expect(titles({ hamlets: [], branch: 'Chi bộ Trường Mầm non' })).toEqual(['Na Sang'])
  })
})
