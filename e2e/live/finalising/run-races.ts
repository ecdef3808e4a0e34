import { openDatabase } from '#server/db/database.ts'
import { type Dice, throwDice } from '#server/sync/testing/dice.ts'
import { checkRace, type RaceEnd } from './check-race.ts'
import { openFinalisingStage } from './finalising-stage.ts'
import { race } from './races.ts'

export interface RaceSums extends RaceEnd {
  races: number
  seed: Dice['seed']
  /** How often somebody who pressed was told what. */
  told: Record<string, number>
}

/** Races one after the other, on a new month each twentieth time, else on one that was opened again. */
export async function runRaces(count: number): Promise<RaceSums> {
  const dice = throwDice()
  const stage = await openFinalisingStage()
  const far = openDatabase(stage.databaseUrl)
  const sums: RaceSums = {
    races: 0,
    seed: dice.seed,
    told: {},
    inRecord: 0,
    late: 0,
    lostWithRight: 0,
  }
  try {
    // One hears news, the other finds out by its polls and by what its appends are answered.
    const nodes = [
      await stage.openNode(),
      await stage.openNode({ database: far, listens: false }),
    ] as const
    let secretary = await stage.official('secretary')
    let month = await stage.newMonth(secretary)
    for (let n = 0; n < count; n += 1) {
      // A sign-in that grows old would be asked for the password, and press no more.
      if (n % 5 === 4) secretary = await stage.official('secretary')
      if (n > 0 && n % 20 === 0) month = await stage.newMonth(secretary)
      else if (n > 0) await month.reopen(secretary)
      const ended = await race({ stage, nodes, far, secretary, dice }, month, n)
      const end = await checkRace(stage, ended)
      sums.races += 1
      sums.inRecord += end.inRecord
      sums.late += end.late
      sums.lostWithRight += end.lostWithRight
      for (const code of [...ended.refusals, ...ended.won.map(() => 'done')]) {
        sums.told[code] = (sums.told[code] ?? 0) + 1
      }
    }
    return sums
  } catch (error) {
    throw new Error(`race ${sums.races} of seed ${dice.seed}`, { cause: error })
  } finally {
    await stage.close()
    await far.close()
  }
}
