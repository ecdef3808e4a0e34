import { expect, it } from 'vitest'
import { meetingFault } from './meeting-fault.ts'

const whole = { heldOn: '2026-12-05', present: 15, voters: 14, inFavour: 13 }
const today = '2026-12-05'

it('[F32] a meeting was held by today, and at each step no more people than before', () => {
  const fault = (change: object, members = 17) =>
    meetingFault({ ...whole, ...change }, members, today)
  expect(fault({})).toBeNull()
  expect(fault({ heldOn: undefined })).toBe('missing')
  expect(fault({ inFavour: undefined })).toBe('missing')
  expect(fault({ heldOn: '2026-12-06' })).toBe('notHeldYet')
  expect(fault({ present: 0, voters: 0, inFavour: 0 })).toBe('present')
  expect(fault({}, 14)).toBe('present')
  expect(fault({ voters: 16 })).toBe('voters')
  expect(fault({ inFavour: 15 })).toBe('inFavour')
})
