// The server ends itself at a named place of finalising; what it left is looked at, and everybody goes on.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { RecordPoint } from '#server/records/write-record.ts'
import { joined, newAuthor } from '#server/sync/testing/late-stage.ts'
import type { Node } from '#server/sync/testing/sync-stage.ts'
import { doomedFinaliser } from './doomed-finaliser.ts'
import type { FinalisingStage, FinalMonth, Official } from './finalising-stage.ts'

/** For each place: one record if it was behind the COMMIT, else none and an open plan; then it is pressed again. */
export async function dieAtPoints(
  stage: FinalisingStage,
  node: Node,
  secretary: Official,
  points: readonly RecordPoint[],
): Promise<void> {
  const finalise = await doomedFinaliser(stage.databaseUrl)
  const { branchId, place, database } = stage
  for (const [n, point] of points.entries()) {
    const month = await stage.newMonth(secretary)
    const { planId } = month
    const recordId = randomUUID()
    const sha256 = await month.hash()
    const act = { kind: 'finalise', branchId, month: month.month, recordId, sha256 } as const
    const order = { asker: secretary.asker, where: { planId, place }, act }
    expect(await finalise(order, point), point).toBe('SIGKILL')
    const records = () => database.prisma.planRecord.count({ where: { planId } })
    // Its transaction ends with its connection, which the database may notice a little later.
    await expect.poll(() => isFree(stage, planId)).toBe(true)
    if (point === 'committed') {
      expect(await records(), point).toBe(1)
      expect(await month.head()).toMatchObject({ status: 'finalised', epoch: 2 })
    } else {
      expect(await records(), point).toBe(0)
      await goesOn(node, month, secretary, 9000 + n)
    }
    // The same person presses again, because nobody answered.
    const wish = point === 'committed' ? { recordId, sha256 } : { recordId }
    await month.finalise(secretary, wish)
    expect(await records(), point).toBe(1)
  }
}

/** Does nobody hold the plan's row? */
export async function isFree(
  { database }: Pick<FinalisingStage, 'database'>,
  planId: string,
): Promise<boolean> {
  const text = 'select 1 from plan where id = $1 for no key update skip locked'
  return (await database.pool.query(text, [planId])).rowCount === 1
}

async function goesOn(node: Node, month: FinalMonth, by: Official, clientId: number) {
  expect(await month.head()).toMatchObject({ status: 'drafting', epoch: 1 })
  const writer = await joined(node, month.room(), by)
  writer.send(newAuthor(clientId).move('m1'))
  await expect.poll(() => writer.decided()).toBe(1)
  expect(writer.refused()).toEqual([])
  writer.close()
}
