import { expect } from 'vitest'
import { edit } from './course-edits.ts'
import {
  type Answer,
  contentOf,
  lonelyGroups,
  type PersonModel,
  type PlanModel,
} from './course-model.ts'
import type { Step } from './course-step.ts'
import type { CourseWorld } from './course-world.ts'
import { answerToPress, signersOf } from './expected-answers.ts'

interface Pressed {
  person: PersonModel
  recordId: string
  hash: string
  current: string
  /** What they would be told if they were alone. */
  alone: Answer
}

/** Some press at the same moment, and perhaps somebody edits: one record of them or none, and each is told the truth. */
export async function pressTogether(
  world: CourseWorld,
  { month, isStale, by, meanwhile }: Extract<Step, { do: 'press' }>,
): Promise<void> {
  const { model } = world
  const plan = world.plan(month)
  const current = await world.hash(plan)
  const hash = isStale ? world.olderHash(plan, current) : current
  const ids = new Map(model.people.map((person) => [person, world.newId()]))
  const pressed = by.map(({ who, isAgain }): Pressed => {
    const person = world.person(who)
    const own = ids.get(person) ?? ''
    const press = { person, recordId: isAgain ? (plan.newest?.id ?? own) : own, hash, current }
    return { ...press, alone: answerToPress(model, plan, press) }
  })
  const written = {
    expected: contentOf(model, plan),
    justified: lonelyGroups(model, plan)
      .filter((id) => plan.justified.has(id))
      .sort(),
    signedBy: signersOf(model, plan, current),
  }
  const editing = meanwhile && {
    plan: world.plan(meanwhile.month),
    wish: { isAwake: true, isSentAgain: false, isRacing: true },
  }
  const [edited, ...told] = await Promise.all([
    editing && meanwhile
      ? edit(world, world.person(meanwhile.who), editing.plan, meanwhile, editing.wish)
      : null,
    ...pressed.map(({ person, recordId }) =>
      world.act(person, plan, { kind: 'finalise', recordId, sha256: hash }),
    ),
  ])
  const isRaced = editing?.plan === plan && edited !== null
  const won = checkTold(plan, pressed, told, isRaced)
  if (!won) return
  // Nothing that the record says: a place at a group, say, that is no more.
  expect(contentOf(model, plan), `edit beside the record ${edited}`).toEqual(written.expected)
  plan.records.push({
    ...written,
    id: won.recordId,
    by: won.person.id,
    reopenedBy: null,
    print: null,
  })
  plan.beginEpoch('finalised')
}

/** Who made it final by what they were told, which must fit together. */
function checkTold(
  plan: PlanModel,
  pressed: readonly Pressed[],
  told: readonly Answer[],
  isRaced: boolean,
): Pressed | null {
  const mayWin = pressed.filter((one) => one.alone === 'done' && one.recordId !== plan.newest?.id)
  const winners = mayWin.filter((one) => told[pressed.indexOf(one)] === 'done')
  const ids = new Set(winners.map(({ recordId }) => recordId))
  const fewest = mayWin.length > 0 && !isRaced ? 1 : 0
  expect(ids.size, 'who made it final').toBeGreaterThanOrEqual(fewest)
  expect(ids.size, 'who made it final').toBeLessThanOrEqual(1)
  const [won = null] = winners
  for (const [at, one] of pressed.entries()) {
    const allowed = new Set<Answer>([one.alone])
    if (mayWin.includes(one) && !(won && ids.has(one.recordId))) allowed.delete('done')
    if (won?.recordId === one.recordId) expect(told[at], 'pressed twice').toBe('done')
    else if (won) allowed.add('alreadyFinalised')
    if (isRaced && one.alone !== 'badInput') allowed.add('contentChanged')
    expect([...allowed], `told who pressed, alone ${one.alone}`).toContain(told[at])
  }
  return won
}
