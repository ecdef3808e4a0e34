import { expect } from 'vitest'
import type * as Y from 'yjs'
import { takeUpChange } from '#domain/commands/take-up-change.ts'
import { lateStanding, taskHere } from '#domain/late/late-standing.ts'
import type { LateChange, LateItemView } from '#domain/late/late-view.ts'
import { readPlan } from '#domain/read-plan.ts'
import { readRosterView } from '../../../roster/roster-view.ts'
import { lateDeskFor } from '../late-desk.ts'
import { takeRecordAct } from '../take-record-act.ts'
import type { Answer, LateModel, PersonModel, PlanModel } from './course-model.ts'
import type { Settling, Step } from './course-step.ts'
import { answerOf, type CourseWorld, pick } from './course-world.ts'
import { turnedAway } from './expected-answers.ts'
import { carryOut, note } from './plan-deeds.ts'

type Verdict = LateModel['verdicts'] extends Map<string, infer V> ? V : never

/** What lies with the secretary of a month: everything that was left there, and nobody else's. */
export async function readLateDesk(world: CourseWorld, plan: PlanModel) {
  const { database, branchId, asker } = world.ground
  const secretary = asker(world.person(0))
  const { edits } = await lateDeskFor(database, secretary, branchId, plan.month)
  expect(edits.map(({ id }) => id).sort()).toEqual([...plan.late.keys()].sort())
  for (const { id, items } of edits) {
    const late = plan.late.get(id)
    for (const left of late?.left ?? []) {
      const base = plan.ends.get(late?.epoch ?? 0) ?? plan.places
      // What somebody else did before the end too is no difference.
      if (left.kind === 'assign' && base.has(left.place)) continue
      expect(
        items.some(({ change }) => says(change, left)),
        `${JSON.stringify(left)} is told`,
      ).toBe(true)
    }
  }
  return edits
}

function says(change: LateChange, left: LateModel['left'][number]): boolean {
  if (left.kind === 'write') {
    return change.kind === 'prose'
      ? change.to.includes(left.mark)
      : change.kind === 'words' && change.text.includes(left.mark)
  }
  if (left.kind === 'addTask') return change.kind === 'task' && change.taskId === left.id
  const [memberId, groupId] = left.place.split(' ')
  return (
    change.kind === 'places' &&
    change.memberId === memberId &&
    change.to.some(({ id }) => id === groupId)
  )
}

/** Somebody decides about one thing that came too late, and takes it up where it is wanted. */
export async function settle(
  world: CourseWorld,
  step: Extract<Step, { do: 'settle' }>,
): Promise<void> {
  const plan = world.plan(step.month)
  if (plan.late.size === 0) return
  const edits = await readLateDesk(world, plan)
  const { id, items } = pick(edits, step.late)
  const late = plan.late.get(id)
  if (!late) throw new Error(`course: no late edit ${id}`)
  const item = pick(items, step.item)
  const person = world.person(step.who)
  const verdict = verdictOf(world, plan, person, step.verdict)
  const { database, asker } = world.ground
  const told = await answerOf(
    takeRecordAct(database, asker(person), {
      kind: 'settleLate',
      ...{ lateEditId: id, key: item.key, verdict: verdict?.verdict ?? null },
      ...{ reason: 'Đã có trong việc khác', month: verdict?.month ?? null },
    }),
  )
  const before = late.verdicts.get(item.key)
  expect(told, 'told who settles').toBe(expected(world, person, before, verdict))
  if (told !== 'done' || isSame(before, verdict)) return
  if (verdict) late.verdicts.set(item.key, verdict)
  else late.verdicts.delete(item.key)
  late.isSettled = items.every(({ key }) => late.verdicts.has(key))
  if (verdict?.verdict === 'takenUp')
    await takeUp(world, person, { plan, item, month: verdict.month })
}

function verdictOf(
  { ground }: CourseWorld,
  plan: PlanModel,
  { id: personId }: PersonModel,
  how: Settling,
): Verdict | undefined {
  if (how === 'back') return undefined
  if (how === 'dismissed') return { verdict: 'dismissed', personId, month: null }
  return { verdict: 'takenUp', personId, month: how === 'here' ? plan.month : ground.months[1] }
}

function expected(
  { model }: CourseWorld,
  person: PersonModel,
  before: Verdict | undefined,
  verdict: Verdict | undefined,
): Answer {
  const refusal = turnedAway(person, 'finalise')
  if (refusal) return refusal
  if (verdict?.verdict === 'takenUp') {
    const taker = model.plans.find(({ month }) => month === verdict.month)
    if (!taker) return 'noSuchPlan'
    if (taker.isFinal) return 'planFinalised'
  }
  return before && verdict && !isSame(before, verdict) ? 'alreadySettled' : 'done'
}

function isSame(one: Verdict | undefined, other: Verdict | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

interface TakingUp {
  plan: PlanModel
  item: LateItemView
  month: string | null
}

/** As the page does it: by the ordinary commands, on the open plan, words by hand. */
async function takeUp(
  world: CourseWorld,
  person: PersonModel,
  { plan, item: { change }, month }: TakingUp,
): Promise<void> {
  const taker = world.model.plans.find((each) => each.month === month)
  if (!taker) throw new Error(`course: no plan of ${month}`)
  const browser = world.browser(person, taker)
  await browser.wake()
  const { database, place } = world.ground
  const roster = await readRosterView(database, place)
  const view = readPlan(browser.doc)
  const ground = { view, roster, month: taker.month, lateMonth: plan.month }
  const standing = lateStanding(change, ground).kind
  if (standing === 'byHand') await copyWords(browser, taker, change)
  if (standing !== 'fits' || (change.kind !== 'places' && change.kind !== 'task')) return
  const taskId =
    change.kind === 'task' ? (taskHere(change.taskId, ground)?.task.id ?? change.taskId) : ''
  const memberIds = new Set(roster.members.map(({ id }) => id))
  const told = await browser.give((doc) => takeUpChange(doc, { change, taskId, memberIds }), false)
  expect(told.kind, 'taken up').toBe('saved')
  noteTakenUp(taker, change, taskId)
}

async function copyWords(
  browser: {
    doc: Y.Doc
    give: (work: (doc: Y.Doc) => void, again: boolean) => Promise<{ kind: string }>
  },
  taker: PlanModel,
  change: LateChange,
): Promise<void> {
  const mark = change.kind === 'prose' ? change.to : change.kind === 'words' ? change.text : ''
  if (taker.words.has(mark)) return
  const deed = { kind: 'write', mark } as const
  const told = await browser.give((doc) => carryOut(doc, deed), false)
  expect(told.kind, 'copied').toBe('saved')
  note(taker, deed)
}

function noteTakenUp(
  taker: PlanModel,
  change: Extract<LateChange, { kind: 'places' | 'task' }>,
  taskId: string,
): void {
  if (change.kind === 'places') {
    const places = (targets: readonly { id: string }[]) =>
      targets.map(({ id }) => `${change.memberId} ${id}`)
    for (const place of places(change.from)) taker.places.delete(place)
    for (const place of places(change.to)) taker.places.add(place)
    return
  }
  const task = taker.tasks.get(taskId)
  if (task) task.isRemoved = false
  else taker.tasks.set(taskId, { status: 'todo', isRemoved: false, carries: null })
}
