import { expect, it } from 'vitest'
import { scrollStep } from './scroll-step.ts'

const box = { clientHeight: 100, scrollHeight: 300 }

it('[F77] reads a long slide to its end before it is turned, and back to its beginning', () => {
  expect(scrollStep({ ...box, scrollTop: 0 }, 'PageDown')).toBe(85)
  expect(scrollStep({ ...box, scrollTop: 0 }, ' ')).toBe(85)
  expect(scrollStep({ ...box, scrollTop: 120 }, 'ArrowDown')).toBe(25)
  expect(scrollStep({ ...box, scrollTop: 197 }, 'ArrowDown')).toBeNull()
  expect(scrollStep({ ...box, scrollTop: 200 }, 'PageDown')).toBeNull()
  expect(scrollStep({ ...box, scrollTop: 200 }, 'PageUp')).toBe(-85)
  expect(scrollStep({ ...box, scrollTop: 0 }, 'ArrowUp')).toBeNull()
})

it('[F77] turns a slide that is seen whole with every key, and any slide with the arrows to the side', () => {
  const whole = { clientHeight: 100, scrollHeight: 100, scrollTop: 0 }
  for (const key of ['ArrowDown', 'PageDown', ' ', 'ArrowUp', 'PageUp']) {
    expect(scrollStep(whole, key)).toBeNull()
  }
  expect(scrollStep({ ...box, scrollTop: 0 }, 'ArrowRight')).toBeNull()
})
