import { expect, it } from 'vitest'
import { defaultRules, readRules } from './commune-rules.ts'

it('[F34] each stored weight is read by itself: what is not understood spoils nothing else', () => {
  const weights = {
    overLimit: 'block',
    openComments: 'note',
    placeGone: 'shout',
    somethingOfLater: 'reason',
    overdue: null,
  }
  expect(readRules({ signOffs: 2, dueDay: 7, weights })).toEqual({
    signOffs: 2,
    dueDay: 7,
    weights: { ...defaultRules.weights, overLimit: 'block', openComments: 'note' },
  })
  for (const broken of [null, 'block', ['block'], 7]) {
    expect(readRules({ signOffs: 0, dueDay: 5, weights: broken })).toEqual(defaultRules)
  }
})
