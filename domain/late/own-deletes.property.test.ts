import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { newPlanDoc } from '../plan-doc.ts'
import { OwnDeletes } from './own-deletes.ts'

const letters = 60

/** A text by one client, and what some transactions delete of it, in some order, each as an update. */
function deleting(stretches: readonly (readonly [number, number])[]): Uint8Array[] {
  return stretches.map(([at, length]) => {
    const doc = newPlanDoc()
    doc.clientID = 7
    doc.getText('text').insert(0, 'a'.repeat(letters))
    const vector = Y.encodeStateVector(doc)
    doc.getText('text').delete(at, Math.min(length, letters - at))
    return Y.encodeStateAsUpdate(doc, vector)
  })
}

it('[F71] knows each letter that was taken back, in however many stretches and whatever order', () => {
  const stretch = fc.tuple(fc.nat(letters - 1), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
      const own = new OwnDeletes(deleting(stretches))
      for (let clock = 0; clock < letters; clock += 1) {
        const isIn = stretches.some(([at, length]) => at <= clock && clock < at + length)
        expect(own.has({ client: 7, clock }), `${clock}`).toBe(isIn)
      }
      expect(own.has({ client: 8, clock: 0 })).toBe(false)
    }),
  )
})

it('[F71] is asked for every letter of as many stretches as an edit may have, in no time to speak of', () => {
  const stretches = 100_000
  const update = encoding.encode((encoder) => {
    for (const number of [0, 1, 7, stretches]) encoding.writeVarUint(encoder, number)
    for (let n = 0; n < stretches; n += 1) {
      for (const number of [2 * n, 1]) encoding.writeVarUint(encoder, number)
    }
  })
  const own = new OwnDeletes([update])
  let known = 0
  for (let clock = 0; clock < 2 * stretches; clock += 1) {
    if (own.has({ client: 7, clock })) known += 1
  }
  expect(known).toBe(stretches)
})
