import { afterAll, beforeAll, it } from 'vitest'
import { fuzzFrames } from './testing/fuzz-frames.ts'
import { openStage, type Stage } from './testing/sync-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

it('[W13] [G1] 150,000 frames of a crowd: each is answered, nobody is hurt, the log is the plan', async () => {
  await fuzzFrames(stage, 150_000)
}, 7_200_000)
