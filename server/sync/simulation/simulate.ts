import { isDeepStrictEqual } from 'node:util'
import { readPlan } from '#domain/read-plan.ts'
import { planRight } from '#domain/rights.ts'
import { mayWrite } from '#domain/wire.ts'
import type { Browser } from './browser.ts'
import { isSameDoc } from './contained.ts'
import { giveBack, takeStep, timeAfter } from './steps.ts'
import type { Tally } from './tally.ts'
import { World } from './world.ts'

export interface Course {
  /** What was done, one line a step. */
  readonly steps: readonly string[]
  /** What must never be and was. */
  readonly violation: string | null
  /** What the log held in the end: equal for two runs of one seed. */
  readonly ending: string
}

/** Until everything is at rest again, in virtual seconds. */
const restWithinSeconds = 120

/** Plays one seed: so many random steps, then everything heals and must come to rest. */
export async function simulate(seed: number, stepCount: number, tally: Tally): Promise<Course> {
  const world = new World(seed, tally)
  const steps: string[] = []
  for (const node of world.nodes) node.start()
  for (const browser of world.browsers) browser.openPage()
  await world.clock.pass(500)
  const began = world.clock.now()
  for (let at = 0; at < stepCount && !world.witness.violation; at += 1) {
    const step = takeStep(world)
    steps.push(`${String(at + 1).padStart(4)}  ${world.clock.now() - began} ms  ${step}`)
    await world.clock.pass(timeAfter(world, step))
    world.look()
  }
  if (!world.witness.violation) steps.push(await comeToRest(world))
  tally.count('updates called saved', world.witness.savedCount)
  tally.count('presence states told', world.witness.presence.count)
  const { plan } = world
  const ending = `${plan?.rows.length} rows, ${world.store.calls} calls, ${world.clock.now() - began} ms, ${JSON.stringify(readPlan(world.witness.committed))}`
  return { steps, violation: world.witness.violation?.message ?? null, ending }
}

/** Everything heals; whole documents are compared once nothing is under way any more. */
export async function comeToRest(world: World): Promise<string> {
  world.store.mood = 'calm'
  world.notices = 'prompt'
  giveBack(world)
  for (const node of world.nodes) node.start()
  for (const browser of world.browsers) {
    browser.isOnline = true
    browser.openPage()
  }
  let troubles: string[] = []
  for (let second = 1; second <= restWithinSeconds; second += 1) {
    await world.clock.pass(1_000)
    for (const node of world.nodes) node.start()
    world.look()
    troubles = world.browsers.flatMap((browser) => troubleOf(world, browser))
    if (troubles.length === 0) {
      world.tally.count('seconds until rest', second)
      if (world.plan) world.witness.lookAtAll(world.plan)
      return `rest after ${second} s`
    }
  }
  world.witness.blame(`no rest: ${troubles.join('; ')}`)
  return 'no rest'
}

/** What keeps this browser from being at rest with what the store has. */
function troubleOf(world: World, browser: Browser): string[] {
  const role = world.store.people.roleOf(browser.personId, world.branchId)
  const grants = role === null ? [] : [{ role, unitId: world.branchId }]
  const right = planRight(grants, { unitId: world.branchId, above: [] })
  if (right === null || !world.plan) return []
  const said = (what: string) => [`${browser.name} ${what}`]
  if (browser.line === null) return said('is not connected')
  if (browser.epoch !== world.plan.epoch) return said('is at another epoch')
  if (browser.hello?.right !== right) return said('has another right')
  if (!browser.isSaved && mayWrite(right)) return said('is not saved')
  if (!isSameDoc(browser.doc, world.witness.committed)) return said('has another document')
  const views = [browser.doc, world.witness.committed].map((doc) => readPlan(doc))
  return isDeepStrictEqual(views[0], views[1]) ? [] : said('sees another plan')
}
