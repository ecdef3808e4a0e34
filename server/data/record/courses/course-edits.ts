import { expect } from 'vitest'
import type { Told } from './course-browser.ts'
import type { LateModel, Left, PersonModel, PlanModel } from './course-model.ts'
import type { Edit } from './course-step.ts'
import type { CourseWorld } from './course-world.ts'
import { turnedAway } from './expected-answers.ts'
import { addingDeed, carryOut, type Deed, deedOf, note } from './plan-deeds.ts'

export interface EditWish {
  isAwake: boolean
  isSentAgain: boolean
  /** Somebody may be making the month final at this moment. */
  isRacing: boolean
}

/**
 * Somebody edits: what they are told must be what their right and the month's epoch say, and from then on it must be
 * where they were told it is. Null when they could not even open the page.
 */
export async function edit(
  world: CourseWorld,
  person: PersonModel,
  plan: PlanModel,
  given: Edit,
  wish: EditWish,
): Promise<Told['kind'] | null> {
  const browser = world.browser(person, plan)
  if (wish.isAwake || browser.head === null) {
    if (!(await browser.wake())) {
      expect(turnedAway(person, 'edit'), 'could not open the page').not.toBe(null)
      return null
    }
  }
  const { epoch, status } = browser.head ?? { epoch: 0, status: 'finalised' }
  const isLate = epoch !== plan.epoch || status === 'finalised'
  const { model, newId } = world
  const mayAssign = isLate || wish.isRacing
  const deed =
    wish.isAwake && !mayAssign
      ? deedOf(given, browser.doc, model, newId)
      : addingDeed(given, browser.doc, model, { newId, mayAssign })
  const told = await browser.give((doc) => carryOut(doc, deed), wish.isSentAgain)
  const isUndecided = wish.isRacing && told.kind !== 'left' && turnedAway(person, 'edit') === null
  if (!isUndecided) expect(told.kind, `edit of ${epoch}`).toBe(expected(person, plan, told, isLate))
  if (told.kind === 'saved') note(plan, deed)
  if (told.kind === 'late') noteLate(plan, epoch, told.lateEditId, deed)
  return told.kind
}

/** What is settled takes no more; then it stays with its author. */
function expected(person: PersonModel, plan: PlanModel, told: Told, isLate: boolean): Told['kind'] {
  if (turnedAway(person, 'edit') !== null) return 'left'
  if (!isLate) return 'saved'
  const hasSettled = [...plan.late.values()].some(({ isSettled }) => isSettled)
  return told.kind === 'left' && hasSettled ? 'left' : 'late'
}

function noteLate(plan: PlanModel, epoch: number, id: string, deed: Deed): void {
  if (!isLeft(deed)) throw new Error(`course: ${deed.kind} came too late`)
  const fresh = { id, epoch, parts: 0, left: [], isSettled: false }
  const late: LateModel = plan.late.get(id) ?? { ...fresh, verdicts: new Map() }
  late.parts += 1
  late.left.push(deed)
  plan.late.set(id, late)
}

function isLeft(deed: Deed): deed is Left {
  return deed.kind === 'write' || deed.kind === 'addTask' || deed.kind === 'assign'
}
