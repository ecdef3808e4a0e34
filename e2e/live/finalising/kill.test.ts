import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#server/db/database.ts'
import { type FaultLink, openFaultLink } from '#server/sync/testing/fault-link.ts'
import type { Node } from '#server/sync/testing/sync-stage.ts'
import { dieAtPoints, isFree } from './die-at-points.ts'
import { type FinalisingStage, type Official, openFinalisingStage } from './finalising-stage.ts'

let stage: FinalisingStage
let secretary: Official
let node: Node
beforeAll(async () => {
  stage = await openFinalisingStage()
  secretary = await stage.official('secretary')
  node = await stage.openNode()
})
afterAll(() => stage.close())

const recordsOf = (planId: string) => stage.database.prisma.planRecord.count({ where: { planId } })

it(
  '[F12] a server killed before or after its COMMIT leaves one record or none, and a plan that goes on',
  {
    timeout: 120_000,
  },
  () => dieAtPoints(stage, node, secretary, ['written', 'committed']),
)

describe('a line to the database that is cut at the COMMIT', () => {
  let link: FaultLink
  let far: Database
  beforeAll(async () => {
    const address = new URL(stage.databaseUrl)
    link = await openFaultLink({ host: address.hostname, port: Number(address.port) })
    address.hostname = '127.0.0.1'
    address.port = String(link.port)
    far = openDatabase(address.toString())
  })
  afterAll(async () => {
    await far.close()
    await link.close()
  })

  /** Presses over the bad line, whose break is next to the COMMIT of the record. */
  async function pressOverBreak(isDelivered: boolean) {
    const month = await stage.newMonth(secretary)
    const recordId = randomUUID()
    const broken = link
      .breakAt({ direction: 'up', at: 'insert into audit_entry', isDelivered: true, goesOn: true })
      .then(() => link.breakAt({ direction: 'up', at: 'commit', isDelivered }))
    const pressed = month.finalise(secretary, { recordId, database: far })
    const told = await pressed.then(
      () => 'done',
      () => 'failed',
    )
    await broken
    return { month, recordId, told }
  }

  it('[F12] before its answer: whoever pressed is told that it is final', async () => {
    const { month, told } = await pressOverBreak(true)
    expect(told).toBe('done')
    expect(await recordsOf(month.planId)).toBe(1)
  })

  it('[F12] before it arrived: nothing is final, and pressing again makes it so, once', async () => {
    const { month, recordId, told } = await pressOverBreak(false)
    expect(told).toBe('failed')
    await expect.poll(() => isFree(stage, month.planId)).toBe(true)
    expect(await recordsOf(month.planId)).toBe(0)
    expect(await month.head()).toMatchObject({ status: 'drafting', epoch: 1 })
    await month.finalise(secretary, { recordId })
    await month.finalise(secretary, { recordId, sha256: await month.hash() })
    expect(await recordsOf(month.planId)).toBe(1)
  })
})
