import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { shiftMonth } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import { openClient } from '#server/sync/testing/stage-client.ts'
import { type KillStage, openKillStage } from './kill-points.ts'
import { rowsWrittenTwice } from './rows-written-twice.ts'
import { waitUntil } from './wait-until.ts'

const seed = Number(process.env['SEED'] ?? 20_263)
let on: KillStage
let months = 0

beforeAll(async () => {
  on = await openKillStage(seed)
})
beforeEach(() => on.toDatabase.set({}))
afterAll(() => on?.close())

/** Opens a plan that nobody has opened, through a server whose every step with the database may break. */
async function openAnother() {
  months += 1
  const { stage, server } = on
  const month = shiftMonth(stage.month, months)
  const room = formatRoom({ branchId: stage.branchId, month, epoch: 1 })
  const client = openClient(server, room, await stage.signIn('secretary'))
  await waitUntil(`month ${months} is open`, () => client.isSaved(), 30_000)
  client.close()
}

it.each([
  ['begins a plan', 'insert into plan ('],
  ['loads a plan', 'isolation level repeatable read read only'],
  ['loads the rows of a plan', 'log-load-rows'],
])(
  '[S12] lives when its connection to the database breaks while it %s',
  { timeout: 120_000 },
  async (_, statement) => {
    for (const isDelivered of [false, true]) {
      const broken = on.toDatabase.breakAt({ direction: 'up', at: statement, isDelivered })
      await Promise.all([broken, openAnother()])
      expect(on.server.isRunning()).toBe(true)
    }
  },
)

it('[S12] lives when its connection to the database breaks while it takes a snapshot', {
  timeout: 120_000,
}, async () => {
  const { server, crew, toDatabase } = on
  await server.kill()
  await server.start({ limits: { snapshotRows: 10 } })
  crew.begin(30)
  await toDatabase.breakAt({ direction: 'up', at: 'insert into plan_snapshot', isDelivered: true })
  await crew.finish(30_000)
  expect(server.isRunning()).toBe(true)
})

it('[S6] writes nothing twice when the answer to an append is lost, again and again', {
  timeout: 120_000,
}, async () => {
  const { crew, toDatabase, stage } = on
  crew.begin(30)
  for (let n = 0; n < 4; n += 1) {
    await toDatabase.breakAt({ direction: 'up', at: 'log-append', isDelivered: n % 3 > 0 })
  }
  await crew.finish(60_000)
  expect(await rowsWrittenTwice(stage.database.pool)).toBe(0)
})

it('[S6] writes nothing twice when the answer is lost while the database is still at it', {
  timeout: 120_000,
}, async () => {
  const { crew, toDatabase, stage } = on
  const { pool } = stage.database
  crew.begin(30)
  for (let n = 0; n < 2; n += 1) {
    // Appends lock the plan first and wait here, so whoever asks again finds the plan busy.
    const holder = await pool.connect()
    await holder.query('begin')
    await holder.query('lock table plan_update in share mode')
    await toDatabase.breakAt({ direction: 'up', at: 'log-append', isDelivered: true })
    await holder.query('select pg_sleep(0.6)')
    await holder.query('commit')
    holder.release()
    const decided = crew.timesDecided()
    await waitUntil('work goes on', () => crew.timesDecided() > decided, 30_000)
  }
  await crew.finish(60_000)
  expect(await rowsWrittenTwice(pool)).toBe(0)
})

it('[S12] goes on when a firewall forgets its connections and swallows what is sent on them', {
  timeout: 120_000,
}, async () => {
  const { crew, toDatabase } = on
  crew.begin(30)
  toDatabase.set({ up: { isDropping: true } })
  await new Promise((later) => setTimeout(later, 1_000))
  const decided = crew.timesDecided()
  toDatabase.set({})
  await waitUntil('work goes on', () => crew.timesDecided() > decided, 40_000)
  await crew.finish(30_000)
})
