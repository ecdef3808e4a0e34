import { openDatabase } from '#server/db/database.ts'
import { seedOfRun, throwDice } from '#server/sync/testing/dice.ts'
import { checkRace, type RaceEnd } from './check-race.ts'
import { type FinalisingStage, openFinalisingStage } from './finalising-stage.ts'
import { dismiss, type Race, type RaceGround, race } from './races.ts'

export interface RaceSums extends RaceEnd {
  races: number
  seed: number
  /** How often somebody who pressed was told what. */
  told: Record<string, number>
}

/** So many branches race side by side at the same two nodes: most of a race is waiting for an answer. */
const branches = 4
/** A branch's races are on a new month after so many, else on one that was opened again. */
const racesOfMonth = 20
/** A sign-in that grows old would be asked for the password, and press no more. */
const racesOfSignIn = 5

type Lane = Pick<RaceGround, 'nodes' | 'far' | 'stage'>

/** Each race by dice of its own, so that it begins alike however many go on beside it. */
export async function runRaces(count: number): Promise<RaceSums> {
  const seed = seedOfRun()
  const stage = await openFinalisingStage()
  const far = openDatabase(stage.databaseUrl)
  const sums: RaceSums = { races: 0, seed, told: {}, inRecord: 0, late: 0, lostWithRight: 0 }
  let next = 0
  const draw = () => {
    next += 1
    return next <= count ? next - 1 : null
  }
  try {
    // One hears news, the other finds out by its polls and by what its appends are answered.
    const nodes = [
      await stage.openNode(),
      await stage.openNode({ database: far, listens: false }),
    ] as const
    const stages: FinalisingStage[] = [stage]
    while (stages.length < branches) stages.push(await stage.branchBeside())
    const lanes = stages.map((own) =>
      runLane({ stage: own, nodes, far }, draw, sums).catch((error: unknown) => {
        // The others end with the race that they are at.
        next = count
        throw error
      }),
    )
    const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    return sums
  } finally {
    await stage.close()
    await far.close()
  }
}

async function runLane(lane: Lane, draw: () => number | null, sums: RaceSums): Promise<void> {
  const { stage } = lane
  let secretary = await stage.official('secretary')
  let month = await stage.newMonth(secretary)
  for (let own = 0, n = draw(); n !== null; own += 1, n = draw()) {
    if (own % racesOfSignIn === racesOfSignIn - 1) secretary = await stage.official('secretary')
    if (own > 0 && own % racesOfMonth === 0) month = await stage.newMonth(secretary)
    else if (own > 0) await month.reopen(secretary)
    const dice = throwDice(sums.seed + n)
    try {
      const ended = await race({ ...lane, secretary, dice }, month, n)
      note(sums, ended, await checkRace(stage, ended))
      await dismiss(stage, ended)
    } catch (error) {
      throw new Error(`race ${n} of seed ${sums.seed}`, { cause: error })
    }
  }
}

function note(sums: RaceSums, { refusals, won }: Race, end: RaceEnd): void {
  sums.races += 1
  sums.inRecord += end.inRecord
  sums.late += end.late
  sums.lostWithRight += end.lostWithRight
  for (const code of [...refusals, ...won.map(() => 'done')]) {
    sums.told[code] = (sums.told[code] ?? 0) + 1
  }
}
