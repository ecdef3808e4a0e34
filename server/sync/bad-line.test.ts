import { afterAll, beforeAll, expect, it } from 'vitest'
import { addTask } from '#domain/commands/add-task.ts'
import { editTaskText } from '#domain/commands/edit-task-text.ts'
import { readPlan } from '#domain/read-plan.ts'
import { closeCode } from '#domain/wire.ts'
import { loadPlan } from '../log/load-plan.ts'
import { throwDice } from './testing/dice.ts'
import { openFaultLink } from './testing/fault-link.ts'
import { openClient } from './testing/stage-client.ts'
import { openStage, type Stage } from './testing/sync-stage.ts'
import { TrialSheet } from './testing/trial-sheet.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const patient = { timeout: 30_000, interval: 5 }

it('[W26] [W6] who types while the line breaks 40 times ends saved and is never sent away', async () => {
  const node = await stage.openNode()
  const dice = throwDice()
  const link = await openFaultLink({
    port: Number(new URL(node.origin).port),
    random: () => dice.roll(1e6) / 1e6,
  })
  const throughLink = { ...node, url: `ws://127.0.0.1:${link.port}/sync` }
  const client = openClient(throughLink, stage.room, await stage.signIn('committee'))
  await expect.poll(() => client.isSaved(), patient).toBe(true)
  addTask(client.doc, { id: 't1', title: 'Sửa đường' })

  let text = ''
  const typing = setInterval(() => {
    text += dice.pick(['a', 'ế', ' ', 'đường ', '7'])
    if (text.length > 250) text = text.slice(200)
    editTaskText(client.doc, { taskId: 't1', key: 'title', text })
  }, 3)
  const cuts = 40
  for (let nth = 0; nth < cuts; nth += 1) {
    link.set({ up: { jitterMs: 5, slice: 1 + dice.roll(60) }, down: { jitterMs: 5 } })
    // Anywhere from the handshake to long after it.
    const broken = link.breakAt({
      direction: dice.pick(['up', 'down'] as const),
      at: 600 + dice.roll(4_000),
      isDelivered: dice.roll(2) === 0,
    })
    await Promise.race([broken, new Promise((resolve) => setTimeout(resolve, 700))])
    link.cut()
    await expect.poll(() => client.closes.length, patient).toBeGreaterThan(nth)
  }
  clearInterval(typing)
  link.set({ up: {}, down: {} })

  await expect.poll(() => client.isSaved(), patient).toBe(true)
  new TrialSheet(`a line that breaks, SEED=${dice.seed}`).note('closes', client.closes.length)
  expect(client.closes).not.toContain(closeCode.brokeProtocol)
  expect(client.closes.length).toBeGreaterThanOrEqual(30)
  expect(client.refused).toEqual([])
  const { id } = await stage.database.prisma.plan.findFirstOrThrow()
  const { doc } = await loadPlan(stage.database.pool, id)
  expect(readPlan(doc)).toEqual(readPlan(client.doc))
  client.close()
  await link.close()
}, 90_000)
