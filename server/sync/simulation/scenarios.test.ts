// What the simulation once found, told as short stories, so that they stay when its steps change.
import { expect, it } from 'vitest'
import { assignMember } from '#domain/commands/assign-member.ts'
import { Tally } from './tally.ts'
import { World } from './world.ts'

async function openWorld() {
  const world = new World(20_261_122, new Tally())
  for (const node of world.nodes) node.start()
  const [, , binh, chi] = world.browsers
  if (!binh || !chi) throw new Error('nobody came')
  for (const browser of [binh, chi]) browser.openPage()
  await world.clock.pass(2_000)
  return { world, binh, chi }
}

it('[W4] work that waits for the database is not called saved by a second connection without the right', async () => {
  const { world, chi } = await openWorld()
  world.store.mood = 'full'
  assignMember(chi.doc, { memberId: 'm1', target: { kind: 'group', id: 'g1' } })
  await world.clock.pass(500)
  world.store.people.setRole(chi.personId, world.branchId, 'cadre')
  await world.clock.pass(10_000)
  world.look()
  expect(world.witness.violation).toBeNull()
  expect(world.tally.of('client: refused readOnly')).toBe(1)
})
