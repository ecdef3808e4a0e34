import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { isOrderKey, keyBetween, keysFor } from './order-key.ts'

// Hundreds of runs on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 })

it('[T3] a key between two others is strictly between, wherever one inserts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 120 }), (positions) => {
      const keys: string[] = []
      for (const position of positions) {
        const at = position % (keys.length + 1)
        const key = keyBetween(keys[at - 1] ?? null, keys[at] ?? null)
        expect(isOrderKey(key)).toBe(true)
        keys.splice(at, 0, key)
      }
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { seed: 20261122, numRuns: 500 },
  )
})

it('[T3] any two keys leave room between them, also hostile ones', () => {
  const key = fc.stringMatching(/^[0-9A-Za-z]{0,12}[1-9A-Za-z]$/)
  fc.assert(
    fc.property(key, key, (a, b) => {
      fc.pre(a !== b)
      const [low, high] = a < b ? [a, b] : [b, a]
      const between = keyBetween(low, high)
      expect(low < between && between < high).toBe(true)
      expect(isOrderKey(between)).toBe(true)
      expect(keyBetween(null, low) < low).toBe(true)
      expect(keyBetween(high, null) > high).toBe(true)
    }),
    { seed: 20261122, numRuns: 1_000 },
  )
})

it('[T3] keys for a whole list rise and stay short', () => {
  const keys = keysFor(300)
  expect(keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key)).toBe(true)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(6)
})

it('[T3] a key between two others is no longer than it must be', () => {
  expect(keyBetween('1', '21')).toBe('1V')
  expect(keyBetween('1', '11')).toBe('10V')
  expect(keyBetween(null, '1')).toBe('0V')
})

it('[T3] what is no key is known as none', () => {
  for (const value of ['', '0', 'a0', 'é', 'a b', 'x'.repeat(201), 7, null]) {
    expect(isOrderKey(value)).toBe(false)
  }
})
