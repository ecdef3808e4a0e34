import { expect, it } from 'vitest'
import { swipeOf } from './use-swipe.ts'

it.each([
  ['to the left, on', -120, 10, 1],
  ['to the right, back', 60, -20, -1],
  ['too short', -40, 0, 0],
  ['more up than aside', -90, 80, 0],
  ['a tap', 0, 0, 0],
])('[F106] a finger turns the page only when swiped clearly aside: %s', (_, dx, dy, by) => {
  expect(swipeOf(dx, dy)).toBe(by)
})
