import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { loadPlan } from '../log/load-plan.ts'
import { openClient, type StageClient } from './testing/stage-client.ts'
import { openStage, type Stage } from './testing/sync-stage.ts'
import { readTrace, replay, type TracedEdit } from './testing/trace.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const aSecond = 1_000
const agents: [number, number] = [1_001, 1_002]

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = proseOf(doc, 'focus').get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('no paragraph')
  return paragraph.get(0) as Y.XmlText
}

/** Sends one agent's edits through its own client, each as soon as its client has what its author had seen. */
async function send(
  client: StageClient,
  edits: readonly TracedEdit[],
  others: readonly TracedEdit[],
  otherId: number,
): Promise<void> {
  let sinceBreath = 0
  for (const { update, seen } of edits) {
    const needed = others[seen - 1]?.clock ?? 0
    while (Y.getState(client.doc.store, otherId) < needed) {
      sinceBreath = 0
      await breath()
    }
    Y.applyUpdate(client.doc, update, 'replay')
    sinceBreath += 1
    if (sinceBreath % 20 === 0) await breath()
  }
}

/** Lets sockets and timers have their turn. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('a text that two people wrote together', () => {
  it('[S3] is the same at the end on both screens and in the database alone', {
    timeout: 240 * aSecond,
  }, async () => {
    const generous = 1_000_000_000
    const node = await stage.openNode({
      limits: { framesPerSecond: generous, frameBurst: generous, bytesPerSecond: generous },
    })
    const clients = [
      openClient(node, stage.room, await stage.signIn('secretary')),
      openClient(node, stage.room, await stage.signIn('committee')),
    ] as const
    const [first, second] = clients
    await expect.poll(() => clients.every((client) => client.isSaved())).toBe(true)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('')])
    proseOf(first.doc, 'focus').insert(0, [paragraph])
    await expect.poll(() => proseOf(second.doc, 'focus').length).toBeGreaterThan(0)

    const trace = await readTrace()
    const [one, other] = replay(trace, Y.encodeStateAsUpdate(first.doc), agents, textOf)
    expect(one.length + other.length).toBe(26_078)
    const began = performance.now()
    await Promise.all([send(first, one, other, agents[1]), send(second, other, one, agents[0])])
    await expect
      .poll(() => clients.every((client) => client.isSaved()), { timeout: 60 * aSecond })
      .toBe(true)
    await expect.poll(() => textOf(first.doc).toString() === trace.endContent).toBe(true)
    await expect.poll(() => textOf(second.doc).toString() === trace.endContent).toBe(true)
    const seconds = (performance.now() - began) / aSecond

    const plan = await stage.database.prisma.plan.findFirstOrThrow()
    const stored = await loadPlan(stage.database.pool, plan.id)
    expect(textOf(stored.doc).toString() === trace.endContent).toBe(true)
    expect(clients.flatMap((client) => client.refused)).toEqual([])
    expect(node.reports).toEqual([])
    process.stdout.write(`trace: 26,078 edits in ${seconds.toFixed(1)} s into ${stored.seq} rows\n`)
    for (const client of clients) client.close()
  })
})
