import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layPages, type Unit } from './lay-pages.ts'

const block = (height: number, keepsNext = false): Unit => ({ height, keepsNext, table: null })
const row = (height: number, index = 0, headHeight = 20): Unit => ({
  height,
  keepsNext: false,
  table: { index, headHeight },
})

it('[F53] a page is filled before the next begins', () => {
  expect(layPages([block(40), block(60), block(1)], 100)).toEqual([[0, 1], [2]])
})

it('[F53] a table that goes on has its head again, and that takes room', () => {
  const rows = [row(40), row(40), row(40), row(40), row(40)]
  expect(layPages(rows, 100)).toEqual([[0, 1], [2, 3], [4]])
})

it('[F53] a heading is never the last on a page, nor above the head of a table only', () => {
  expect(layPages([block(70), block(20, true), block(20)], 100)).toEqual([[0], [1, 2]])
  expect(layPages([block(50), block(10, true), row(30)], 100)).toEqual([[0], [1, 2]])
  expect(layPages([block(40), block(10, true), row(30)], 100)).toEqual([[0, 1, 2]])
})

it('[F60] what is higher than a page stands once and whole, on a sheet of its own', () => {
  expect(layPages([row(40), row(300), row(40)], 100)).toEqual([[0], [1], [2]])
  expect(layPages([block(300), block(10)], 100)).toEqual([[0], [1]])
})

it('[F53] whatever the heights: each unit once, in order, and no page too high that could be lower', () => {
  const unit = fc.record({
    height: fc.integer({ min: 0, max: 130 }),
    keepsNext: fc.boolean(),
    table: fc.option(
      fc.record({ index: fc.integer({ min: 0, max: 2 }), headHeight: fc.constant(20) }),
    ),
  })
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const pages = layPages(units, 100)
      expect(pages.flat()).toEqual(units.map((_, index) => index))
      expect(pages.every((page) => page.length > 0)).toBe(true)
      for (const page of pages) {
        const height = page.reduce((sum, index) => sum + (units[index]?.height ?? 0), 0)
        const isForced = page.some((index) => units[index]?.keepsNext) || page.length === 1
        expect(height <= 100 || isForced).toBe(true)
      }
    }),
  )
})
