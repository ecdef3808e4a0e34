// Many people at once: two nodes, three who press, three who write, and somebody whose right is taken away meanwhile.
import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import type { Database } from '#server/db/database.ts'
import type { PassRecord, RecordPoint } from '#server/records/write-record.ts'
import type { Dice } from '#server/sync/testing/dice.ts'
import type { Node } from '#server/sync/testing/sync-stage.ts'
import type { FinalisingStage, FinalMonth, Official } from './finalising-stage.ts'
import { RaceWriter } from './race-writer.ts'

/** Everything is begun within so many milliseconds. */
const withinMs = 60
/** Of each writer; and as many again at one place of finalising, where they hurt most. */
const editsEach = 3
const worstPoints: readonly RecordPoint[] = ['locked', 'compared', 'written', 'committed']

export interface RaceGround {
  stage: FinalisingStage
  nodes: readonly [Node, Node]
  /** The second node's own connections. */
  far: Database
  secretary: Official
  dice: Dice
}

/** What one race left behind, to be checked by itself. */
export interface Race {
  month: FinalMonth
  /** Before it. */
  epoch: number
  /** Record ids of those who were told that it is final by their doing. */
  won: string[]
  /** What the others were told. */
  refusals: ErrorCode[]
  writers: RaceWriter[]
  /** Of the writers, who lost their right in the middle of it. */
  revoked: Official
  /** The others who came for it. */
  people: Official[]
}

export async function race(ground: RaceGround, month: FinalMonth, number: number): Promise<Race> {
  const { stage, nodes, far, secretary, dice } = ground
  const { epoch } = await month.head()
  const room = month.room(epoch)
  const [deputy, leaver, committee, revoked] = [
    await stage.official('deputy'),
    await stage.official('deputy'),
    await stage.official('committee'),
    await stage.official('committee'),
  ]
  const writers = await Promise.all([
    RaceWriter.open(nodes[0], room, committee),
    RaceWriter.open(nodes[1], room, deputy),
    RaceWriter.open(dice.pick(nodes), room, revoked),
  ])
  const soon = () => sleep(dice.roll(withinMs))
  const refusals: ErrorCode[] = []
  const won: string[] = []
  const worst = dice.pick(worstPoints)
  const pass: PassRecord = (point) => {
    if (point !== worst) return
    for (const [at, writer] of writers.entries()) {
      for (let n = 0; n < editsEach; n += 1)
        writer.write(`[${number}.${at}.${writer.marks.length}]`)
    }
  }
  const press = async (who: Official, database: Database, recordId: string) => {
    await soon()
    const refusal = await pressUntilFinal(month, who, { database, recordId, pass })
    if (refusal === null) won.push(recordId)
    else refusals.push(refusal)
  }
  const twice = crypto.randomUUID()
  const writing = writers.flatMap((writer, at) =>
    Array.from({ length: editsEach }, async () => {
      await soon()
      writer.write(`[${number}.${at}.${writer.marks.length}]`)
    }),
  )
  await Promise.all([
    ...writing,
    press(secretary, stage.database, twice),
    press(secretary, far, twice),
    press(deputy, far, crypto.randomUUID()),
    press(leaver, dice.pick([stage.database, far]), crypto.randomUUID()),
    soon().then(() => loseRight(stage, leaver, dice.roll(2) === 0)),
    soon().then(() => loseRight(stage, revoked, dice.roll(2) === 0)),
  ])
  return { month, epoch, won, refusals, writers, revoked, people: [deputy, leaver, committee] }
}

/** Takes its people's roles: after hundreds of races a branch of thousands would be another matter. */
export async function dismiss(
  { database: { prisma } }: FinalisingStage,
  { people, revoked }: Race,
) {
  const ids = [...people, revoked].map(({ personId }) => personId)
  await prisma.role.deleteMany({ where: { personId: { in: ids } } })
}

const passing: ReadonlySet<ErrorCode> = new Set(['contentChanged', 'serverBusy'])

/** As a person would: looks again and presses again, until it is final. Null when it is by this doing. */
async function pressUntilFinal(
  month: FinalMonth,
  who: Official,
  wish: { database: Database; recordId: string; pass: PassRecord },
): Promise<ErrorCode | null> {
  for (;;) {
    try {
      await month.finalise(who, wish)
      return null
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (!passing.has(error.code)) return error.code
    }
  }
}

async function loseRight(
  stage: FinalisingStage,
  { personId, sessionId }: Official,
  wholly: boolean,
) {
  const { prisma } = stage.database
  if (wholly) await prisma.role.deleteMany({ where: { personId } })
  else await prisma.session.update({ where: { id: sessionId }, data: { endedAt: new Date() } })
}
