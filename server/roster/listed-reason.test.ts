import { describe, expect, it } from 'vitest'
import { type KnownReason, mergeReason } from './listed-reason.ts'

const until = new Date('2027-03-01T00:00:00Z')

function known(
  reason: KnownReason['reason'],
  listedReason: KnownReason['listedReason'],
  reasonUntil: Date | null = null,
): KnownReason {
  return { reason, reasonUntil, listedReason }
}

describe('[L8] the list speaks only when it says something new', () => {
  it.each([
    ['a first class is taken', known(null, null), 'exempt', known('exempt', 'exempt')],
    ['the branch cleared it', known(null, 'exempt'), 'exempt', known(null, 'exempt')],
    [
      'the branch set another',
      known('away', 'exempt', until),
      'exempt',
      known('away', 'exempt', until),
    ],
    [
      'the branch set one, the list has none',
      known('away', null, until),
      null,
      known('away', null, until),
    ],
    [
      'both say the same: the day stays',
      known('away', null, until),
      'away',
      known('away', 'away', until),
    ],
    [
      'a new class wins, without a day',
      known('away', null, until),
      'exempt',
      known('exempt', 'exempt'),
    ],
    ['it left the list', known('exempt', 'exempt', until), null, known(null, null)],
    [
      'it left the list, the branch has another',
      known('away', 'exempt', until),
      null,
      known('away', null, until),
    ],
  ] as const)('%s', (_, before, listed, after) => {
    expect(mergeReason(before, listed)).toEqual(after)
    expect(mergeReason(after, listed)).toEqual(after)
  })
})
