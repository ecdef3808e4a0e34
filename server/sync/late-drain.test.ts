import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeCode } from '#domain/wire.ts'
import type { PlanLog } from '../log/plan-log.ts'
import { postgresLog } from '../log/postgres-log.ts'
import { joined, joinedLate, newAuthor, openMonth } from './testing/late-stage.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let node: Node
let person: SignedIn

beforeAll(async () => {
  stage = await openStage()
  node = await stage.openNode()
  person = await stage.signIn('committee')
})
afterAll(() => stage.close())

/** The real log, in which storing a late edit waits, the first time and each later one, until it is let go on. */
function heldLog() {
  const real = postgresLog(stage.database.pool)
  const waiting: (() => void)[] = []
  const log: PlanLog = {
    ...real,
    async keepLateEdit(write) {
      await new Promise<void>((go) => waiting.push(go))
      return real.keepLateEdit(write)
    },
  }
  return { log, waiting }
}

it('[W14] [W18] a node that is stopped first keeps what came too late, and tells its author', async () => {
  const month = await openMonth(stage, node, person, 1)
  await month.finalise()
  const { log, waiting } = heldLog()
  const passed: string[] = []
  const stopped = await stage.openNode({ log, onPass: (point) => passed.push(point) })
  const late = await joinedLate(stopped, month, person)
  const an = newAuthor(7401)
  late.send(an.move('m1'))
  await expect.poll(() => waiting.length).toBe(1)
  const drained = stopped.sync.drain()
  await expect.poll(() => passed).toContain('paused')
  waiting[0]?.()
  await drained
  expect(passed.slice(-3)).toEqual(['keptLate', 'settled', 'dismissed'])
  await expect.poll(() => late.closed).toBe(closeCode.goingAway)
  const [edit] = await month.kept()
  expect(edit?.parts).toEqual(an.moves)
  expect(late.refused()).toEqual([{ frame: 1, reason: 'finalised', lateEditId: edit?.id }])
})

it('[W14] [W18] also when everyone was already sent away from the plan', async () => {
  const month = await openMonth(stage, node, person, 2)
  const { log, waiting } = heldLog()
  const passed: string[] = []
  const stopped = await stage.openNode({
    log,
    onPass: (point) => passed.push(point),
    listens: false,
    limits: { pollEveryMs: 3_600_000 },
  })
  const old = await joined(stopped, month.room(), person)
  await month.finalise()
  const an = newAuthor(7402)
  // The append of the first says that the plan is finalised; the second is late when it comes.
  old.send(an.move('m1'))
  await expect.poll(() => waiting.length).toBe(1)
  old.send(an.move('m2'))
  await expect.poll(() => passed.filter((point) => point === 'received')).toHaveLength(2)
  waiting[0]?.()
  await expect.poll(() => waiting.length).toBe(2)
  await expect.poll(() => old.closed).toBe(closeCode.goingAway)
  const drained = stopped.sync.drain()
  await expect.poll(() => passed).toContain('paused')
  waiting[1]?.()
  await drained
  expect(passed.slice(-3)).toEqual(['keptLate', 'settled', 'dismissed'])
  const [edit] = await month.kept()
  expect(edit?.parts).toEqual(an.moves)
})
