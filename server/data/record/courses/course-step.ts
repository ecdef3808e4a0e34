import fc from 'fast-check'

/** What somebody does to a plan; numbers pick among what there is, and where that makes no sense it is another edit. */
export interface Edit {
  kind: 'place' | 'move' | 'addTask' | 'status' | 'removeTask' | 'write'
  member: number
  group: number
  task: number
}

/** 0 is the month that the course begins with, 1 the next. */
interface InMonth {
  who: number
  month: 0 | 1
}

/** `isPrepared`: somebody has first done everything that stands in the way, as far as they may. */
interface Preparing extends InMonth {
  isPrepared: boolean
}

/** One thing that happens in the course of a month. */
export type Step =
  /** Asleep: with the page as it was left, however old. */
  | ({ do: 'edit'; edit: Edit; isAwake: boolean; isSentAgain: boolean } & InMonth)
  | ({ do: 'meeting'; isWhole: boolean } & InMonth)
  | ({ do: 'circulate'; on: boolean } & InMonth)
  | ({ do: 'justify'; group: number; hasWords: boolean } & InMonth)
  | ({ do: 'signOff'; isStale: boolean } & InMonth)
  | ({ do: 'takeBack' } & InMonth)
  /** All at once, and perhaps somebody edits at the same time. */
  | ({ do: 'press'; isStale: boolean; by: Press[]; meanwhile: (Edit & InMonth) | null } & Preparing)
  | ({ do: 'reopen'; isNewest: boolean } & InMonth)
  | ({ do: 'settle'; late: number; item: number; verdict: Settling } & InMonth)
  | ({ do: 'beginNext' } & InMonth)
  | { do: 'retire'; what: 'members' | 'groups'; which: number }
  | { do: 'rename'; which: number }
  | { do: 'revoke'; who: number; what: 'hasRole' | 'hasSession' }
  | { do: 'restore' }

/** `isAgain`: with a record id that was pressed with before. */
export interface Press {
  who: number
  isAgain: boolean
}

export type Settling = 'here' | 'next' | 'dismissed' | 'back'

const who = fc.nat(3)
const month = fc.constantFrom<0 | 1>(0, 0, 1)
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('place', 'place', 'move', 'addTask', 'status', 'removeTask', 'write'),
  member: fc.nat(4),
  group: fc.nat(2),
  task: fc.nat(7),
})
const rarely = fc.nat(5).map((n) => n === 0)
const press = fc.record({ who: fc.constantFrom(0, 0, 1, 1, 2), isAgain: rarely })

const step: fc.Arbitrary<Step> = fc.oneof(
  weighed(9, 'edit', { who, month, edit, isAwake: fc.boolean(), isSentAgain: rarely }),
  weighed(1, 'meeting', { who, month, isWhole: rarely.map((is) => !is) }),
  weighed(1, 'circulate', { who, month, on: fc.boolean() }),
  weighed(2, 'justify', { who, month, group: fc.nat(2), hasWords: rarely.map((is) => !is) }),
  weighed(1, 'signOff', { who, month, isStale: rarely }),
  weighed(1, 'takeBack', { who, month }),
  weighed(5, 'press', {
    who,
    month,
    isPrepared: rarely.map((is) => !is),
    isStale: rarely,
    by: fc.array(press, { minLength: 1, maxLength: 3 }),
    meanwhile: fc.option(
      fc.record({ who, month, edit }).map(({ edit, ...at }) => ({ ...edit, ...at })),
      { freq: 3 },
    ),
  }),
  weighed(4, 'reopen', {
    who: fc.constantFrom(0, 0, 0, 1),
    month,
    isNewest: rarely.map((is) => !is),
  }),
  weighed(8, 'settle', {
    who: fc.constantFrom(0, 0, 0, 1, 1, 2),
    month: fc.constant(0 as const),
    late: fc.nat(9),
    item: fc.nat(3),
    verdict: fc.constantFrom<Settling>('here', 'here', 'next', 'next', 'dismissed', 'back'),
  }),
  weighed(4, 'beginNext', { who, month }),
  weighed(1, 'retire', {
    what: fc.constantFrom('members' as const, 'groups' as const),
    which: fc.nat(4),
  }),
  weighed(1, 'rename', { which: fc.nat(4) }),
  weighed(1, 'revoke', { who, what: fc.constantFrom('hasRole' as const, 'hasSession' as const) }),
  weighed(2, 'restore', {}),
)

/** The steps of one course; it begins with a month that may be made final. */
export const courseSteps: fc.Arbitrary<Step[]> = fc.array(step, {
  minLength: 20,
  maxLength: 40,
  size: 'max',
})

function weighed<Name extends Step['do'], Given>(
  weight: number,
  name: Name,
  given: { [Key in keyof Given]: fc.Arbitrary<Given[Key]> },
): { weight: number; arbitrary: fc.Arbitrary<Step> } {
  // Which fields belong to which step its callers above say; that they do, the first run does.
  const arbitrary = fc.record(given).map((fields) => ({ ...fields, do: name }) as unknown as Step)
  return { weight, arbitrary }
}
