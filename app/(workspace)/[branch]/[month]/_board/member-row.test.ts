import { describe, expect, it } from 'vitest'
import { plan, roster } from './board-test-roster.ts'
import { nameOf, readMemberRows } from './member-row.ts'

describe('readMemberRows', () => {
  it('stands people by the name that they are called by', () => {
    const rows = readMemberRows(
      roster({ members: ['Vì Văn Quân', 'Cà Văn Cường', 'Đỗ Thị An'] }),
      plan(),
      '2026-12-01',
    )
    expect(rows.map(({ member }) => member.name)).toEqual([
      'Đỗ Thị An',
      'Cà Văn Cường',
      'Vì Văn Quân',
    ])
  })

  it('tells two people of one name apart by the ends of their codes', () => {
    const rows = readMemberRows(
      roster({ members: ['Lường Văn Sơn', 'Lường Văn Sơn', 'Lò Thị Hồng'] }),
      plan(),
      '2026-12-01',
    )
    expect(rows.map(nameOf)).toEqual([
      'Lò Thị Hồng',
      'Lường Văn Sơn (0001)',
      'Lường Văn Sơn (0002)',
    ])
  })

  it('[I1] gives a reason its day and not one more', () => {
    const with31 = roster({
      members: ['Lò Thị Hồng'],
      reason: { kind: 'away', until: '2026-12-31' },
    })
    expect(readMemberRows(with31, plan(), '2026-12-31')[0]).toMatchObject({
      place: 'away',
      reason: 'away',
    })
    expect(readMemberRows(with31, plan(), '2027-01-01')[0]).toMatchObject({
      place: 'noReason',
      reason: null,
    })
  })
})
