import { it } from 'vitest'
import { recordPoints } from '#server/records/write-record.ts'
import { TrialSheet } from '#server/sync/testing/trial-sheet.ts'
import { dieAtPoints } from './die-at-points.ts'
import { openFinalisingStage } from './finalising-stage.ts'

const sheet = new TrialSheet('Finalising: killed at every place of it')

it('[F12] leaves one record or none, and a plan that goes on', async () => {
  const stage = await openFinalisingStage()
  const node = await stage.openNode()
  await dieAtPoints(stage, node, await stage.official('secretary'), recordPoints)
  await stage.close()
  sheet.note('places at which the server ended itself', recordPoints.join(', '))
})
