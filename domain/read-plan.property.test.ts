import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { proseParts } from './plan-doc.ts'
import { isProseEmpty } from './prose-text.ts'
import { readPlan } from './read-plan.ts'
import { readProse } from './read-prose.ts'
import { hostileActs, hostileDoc } from './testing/hostile-documents.ts'
import { proseSchema, viewSchema } from './testing/view-schema.ts'

// Hundreds of runs on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 })

it('[V1] makes a valid view of any document, and the same one from a copy of it', () => {
  fc.assert(
    fc.property(hostileActs, (acts) => {
      const doc = hostileDoc(acts)
      const view = readPlan(doc)
      expect(viewSchema.parse(view)).toEqual(view)
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      expect(readPlan(copy)).toEqual(view)
      expect(readPlan(doc)).toEqual(view)
    }),
    { seed: 20261122, numRuns: 600 },
  )
})

it('[V5] makes valid prose of any document', () => {
  fc.assert(
    fc.property(hostileActs, fc.constantFrom(...proseParts), (acts, part) => {
      const doc = hostileDoc(acts)
      const prose = readProse(doc, part)
      expect(proseSchema.safeParse(prose).error).toBeUndefined()
      expect(typeof isProseEmpty(doc, part)).toBe('boolean')
      expect(readProse(doc, part)).toEqual(prose)
    }),
    { seed: 20261122, numRuns: 600 },
  )
})

it('[V1] reading leaves the document as it is', () => {
  fc.assert(
    fc.property(hostileActs, (acts) => {
      const doc = hostileDoc(acts)
      const before = Y.encodeStateAsUpdate(doc)
      readPlan(doc)
      for (const part of proseParts) readProse(doc, part)
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    }),
    { seed: 11, numRuns: 300 },
  )
})
