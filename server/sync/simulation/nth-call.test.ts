// One call of the store after another goes wrong in a story that is always the same, until none is left.
import { expect, it } from 'vitest'
import { comeToRest } from './simulate.ts'
import type { FateOf } from './store.ts'
import { Tally } from './tally.ts'
import { World } from './world.ts'

/** People on two nodes write, leave, come back, lose a right, and the plan is finalised and opened again. */
async function play(fateOf: FateOf | null): Promise<{ calls: number; violation: string | null }> {
  const world = new World(20_261_122, new Tally())
  world.store.fateOf = fateOf
  const [an, , binh, chi] = world.browsers
  if (!an || !binh || !chi) throw new Error('nobody came')
  const pass = async (ms: number) => {
    await world.clock.pass(ms)
    world.look()
  }
  for (const node of world.nodes) node.start()
  for (const browser of [an, binh, chi]) browser.openPage()
  await pass(900)
  for (const browser of [an, binh, chi, an]) {
    for (let n = 0; n < 3; n += 1) browser.edit(world.chance)
    await pass(40)
  }
  binh.crash()
  an.edit(world.chance)
  world.nodes[0]?.crash()
  world.nodes[0]?.start()
  await pass(300)
  binh.openPage()
  world.store.people.setRole(chi.personId, world.branchId, 'member')
  await pass(1_500)
  an.edit(world.chance)
  world.setStatus(true)
  await pass(1_500)
  world.setStatus(false)
  await pass(500)
  const { calls } = world.store
  world.store.fateOf = null
  await comeToRest(world)
  return { calls, violation: world.witness.violation?.message ?? null }
}

it.each(['lostBefore', 'lostAfter', 'heldAndDoneLater'] as const)(
  '[S6] keeps every promise when the n-th call of the store is %s, for every n',
  { timeout: 300_000 },
  async (fate) => {
    const clean = await play(null)
    expect(clean.violation).toBeNull()
    expect(clean.calls).toBeGreaterThan(40)
    // A failed call is asked again, so that a story with a failure has some calls more.
    const most = clean.calls + 5
    for (let n = 1; n <= most; n += 1) {
      const course = await play((_call, number) => (number === n ? fate : null))
      expect(course.violation, `call ${n} is ${fate}`).toBeNull()
    }
    process.stdout.write(`nth-call: ${most} calls, each once ${fate}\n`)
  },
)
