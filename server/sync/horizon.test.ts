import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Horizon, Layer } from './horizon.ts'
import { goneSpot } from './place.ts'

it('[W6] what another node committed is known, also while an older write of the same client waits here', () => {
  const doc = new Y.Doc()
  const client = doc.clientID
  doc.getText('review').insert(0, 'một hai ba')
  const waiting = new Layer()
  waiting.add(client, { clock: 0, length: 3, spot: goneSpot, opens: null })
  const horizon = new Horizon(doc, new Map(), [waiting, new Layer()])
  expect(horizon.clockOf(client)).toBe('một hai ba'.length)
})
