import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { assignmentsOf, newPlanDoc, proseOf } from '#domain/plan-doc.ts'
import type { StageClient } from '#server/sync/testing/stage-client.ts'
import { seeded } from './seeded.ts'
import { faultsIn, noFaults } from './set-check.ts'
import { prepareParagraph, SetWriter } from './set-writer.ts'

/** A writer alone with a document, whose every write counts as saved. */
function savedWriter() {
  const doc = newPlanDoc()
  prepareParagraph(doc)
  const client = { doc, provider: { ws: null, wsconnected: false }, sent: 0, isSaved: () => true }
  const writer = new SetWriter('p0', client as unknown as StageClient, seeded(7))
  for (let n = 0; n < 60; n += 1) writer.act()
  writer.saved = writer.made
  return { doc, writer }
}

it('finds nothing in a document that holds what was saved', () => {
  const { doc, writer } = savedWriter()
  expect(faultsIn(doc, [writer])).toEqual(noFaults)
})

it('finds what was lost, what came back, what is there twice and what nobody sent', () => {
  const { doc, writer } = savedWriter()
  const slots = assignmentsOf(doc)
  const [lost = ''] = slots.keys()
  slots.delete(lost)
  const back = [...writer.history].find(
    ([element, versions]) => element.startsWith('slot:') && versions.at(-1)?.state === null,
  )?.[0]
  const target = { kind: 'group', id: 'v1' }
  slots.set(`${back?.slice(5)}.0`, { memberId: back?.slice(5), target })
  slots.set('nobody.0', { memberId: 'nobody', target })
  const text = (proseOf(doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
  const [mark = ''] = String(text).match(/\[[^\]]+\]/) ?? []
  expect(mark).not.toBe('')
  text.insert(0, mark)

  const faults = faultsIn(doc, [writer])
  expect(faults.lost).toEqual([`slot:${lost.slice(0, -2)}`, back].sort(byHistory(writer)))
  expect(faults.doubled).toEqual([`mark:${mark.slice(1, -1)}`])
  expect(faults.invented).toEqual(['slot:nobody'])
})

function byHistory(writer: SetWriter) {
  const order = [...writer.history.keys()]
  return (one?: string, other?: string) => order.indexOf(one ?? '') - order.indexOf(other ?? '')
}
