// Everything in a course besides editing, pressing and settling.
import { expect } from 'vitest'
import { doneSince } from '#domain/done-since.ts'
import { readPlan } from '#domain/read-plan.ts'
import { beginPlan } from '../../../log/begin-plan.ts'
import { loadPlan } from '../../../log/load-plan.ts'
import { readMonthBefore } from '../month-before.ts'
import { meeting } from '../record-test-bed.ts'
import { signIn } from './course-ground.ts'
import { isLive, keyOfGroup, lonelyGroups, type PersonModel, PlanModel } from './course-model.ts'
import type { Step } from './course-step.ts'
import { type CourseWorld, pick } from './course-world.ts'
import { answerAtDesk, answerToReopen, answerToSignOff, turnedAway } from './expected-answers.ts'

type DeskStep = Extract<Step, { do: 'meeting' | 'circulate' | 'justify' | 'takeBack' }>
type Of<Name extends Step['do']> = Extract<Step, { do: Name }>

/** As many as any roster of a course has. */
const people = { present: 3, voters: 3, inFavour: 3 }

export async function actAtDesk(world: CourseWorld, step: DeskStep): Promise<void> {
  const { person, plan } = at(world, step)
  const group = 'group' in step ? pick(world.model.groups, step.group).id : ''
  const told = await world.act(person, plan, actOf(step, group))
  expect(told, step.do).toBe(answerAtDesk(person, plan))
  if (told !== 'done') return
  if (step.do === 'meeting') plan.hasMeeting = step.isWhole
  if (step.do === 'circulate') plan.status = step.on ? 'circulating' : 'drafting'
  if (step.do === 'justify' && step.hasWords) plan.justified.add(group)
  if (step.do === 'justify' && !step.hasWords) plan.justified.delete(group)
  if (step.do === 'takeBack') plan.signOffs.delete(person.id)
}

function actOf(step: DeskStep, group: string) {
  switch (step.do) {
    case 'meeting':
      return { ...meeting, ...people, present: step.isWhole ? people.present : null }
    case 'circulate':
      return { kind: 'circulate', on: step.on } as const
    case 'justify':
      return {
        kind: 'justify',
        checkKey: keyOfGroup(group),
        words: step.hasWords ? 'Chờ người mới' : '',
      } as const
    case 'takeBack':
      return { kind: 'takeBackSignOff' } as const
  }
}

export async function signOff(world: CourseWorld, step: Of<'signOff'>): Promise<void> {
  const { person, plan } = at(world, step)
  const current = await world.hash(plan)
  const sha256 = step.isStale ? world.olderHash(plan, current) : current
  const told = await world.act(person, plan, { kind: 'signOff', sha256 })
  expect(told, 'signOff').toBe(answerToSignOff(person, plan, sha256 === current))
  if (told === 'done') plan.signOffs.set(person.id, sha256)
}

/** Everything that stands in the way, as far as this person may. */
export async function makeReady(world: CourseWorld, step: Pick<Of<'press'>, 'who' | 'month'>) {
  const { plan } = at(world, step)
  if (!plan.hasMeeting) await actAtDesk(world, { ...step, do: 'meeting', isWhole: true })
  for (const [group, { id }] of world.model.groups.entries()) {
    const isExplained = plan.justified.has(id) || !lonelyGroups(world.model, plan).includes(id)
    if (!isExplained) await actAtDesk(world, { ...step, do: 'justify', group, hasWords: true })
  }
  await signOff(world, { ...step, do: 'signOff', isStale: false })
}

export async function reopen(world: CourseWorld, step: Of<'reopen'>): Promise<void> {
  const { person, plan } = at(world, step)
  const known = step.isNewest ? plan.newest : plan.records[0]
  const recordId = known?.id ?? world.newId()
  const told = await world.act(person, plan, { kind: 'reopen', recordId, reason: 'Còn sót việc' })
  expect(told, 'reopen').toBe(answerToReopen(person, plan, recordId))
  if (told !== 'done' || !known) return
  // Asked again by the same person it is done already.
  if (known.reopenedBy !== null) return
  known.reopenedBy = person.id
  plan.beginEpoch('drafting')
}

/** Begins the first month, or the next; who looks at it later is told what was done since it was carried over. */
export async function beginMonth(
  world: CourseWorld,
  person: PersonModel,
  at: 0 | 1,
): Promise<void> {
  const { model, ground } = world
  const { database, branchId, months, randomness } = ground
  if (turnedAway(person, 'edit') !== null) return
  const { pool } = database
  const given = { branchId, month: months[at], personId: person.id }
  const planId = await beginPlan(pool, given, randomness)
  const begun = model.plans[at]
  if (begun) {
    expect(planId, 'the same plan').toBe(begun.planId)
    return at === 1 ? checkDoneSince(world) : undefined
  }
  const plan = new PlanModel(planId, months[at])
  if (at === 1) await carryOver(world, plan)
  model.plans.push(plan)
}

/** Each unfinished task exactly once, and whoever still stands where they stood. */
async function carryOver({ model, ground }: CourseWorld, next: PlanModel): Promise<void> {
  const before = pick(model.plans, 0)
  const { tasks } = readPlan((await loadPlan(ground.database.pool, next.planId)).doc)
  const unfinished = [...before.tasks].filter(
    ([, { isRemoved, status }]) => !isRemoved && status !== 'done',
  )
  expect(tasks.map(({ carriedFrom }) => carriedFrom?.taskId).sort()).toEqual(
    unfinished.map(([id]) => id).sort(),
  )
  for (const { id, carriedFrom } of tasks) {
    const carries = carriedFrom?.taskId ?? ''
    expect(carriedFrom).toEqual({ month: before.month, taskId: carries, times: 1 })
    const status = before.tasks.get(carries)?.status === 'doing' ? 'doing' : 'todo'
    next.tasks.set(id, { status, isRemoved: false, carries })
  }
  const live = new Set([...model.members, ...model.groups].filter(isLive).map(({ id }) => id))
  next.places = new Set(
    [...before.places].filter((place) => place.split(' ').every((id) => live.has(id))),
  )
}

async function checkDoneSince({ model, ground }: CourseWorld): Promise<void> {
  const [before, next] = [pick(model.plans, 0), pick(model.plans, 1)]
  const { database, branchId } = ground
  const { tasks } = readPlan((await loadPlan(database.pool, next.planId)).doc)
  const told = doneSince(tasks, await readMonthBefore(database, branchId, next.month))
  const known = [...next.tasks].filter(([, { carries, isRemoved, status }]) => {
    const origin = before.tasks.get(carries ?? '')
    return !isRemoved && status !== 'done' && origin?.status === 'done' && !origin.isRemoved
  })
  expect([...told.keys()].sort()).toEqual(known.map(([id]) => id).sort())
}

/** Takes somebody or some group off the lists, or puts them back; never so many that a meeting could not be held. */
export async function changeRoster(
  { model, ground, newId }: CourseWorld,
  step: Of<'retire' | 'rename'>,
): Promise<void> {
  const { prisma } = ground.database
  if (step.do === 'rename') {
    const member = pick(model.members, step.which)
    member.name = `Vừ ${newId()}`
    await prisma.member.update({ where: { id: member.id }, data: { fullName: member.name } })
    return
  }
  const rows = model[step.what]
  const row = pick(rows, step.which)
  const fewest = step.what === 'members' ? people.present : 1
  if (isLive(row) && rows.filter(isLive).length <= fewest) return
  row.isRetired = !row.isRetired
  const change = { where: { id: row.id }, data: { retiredAt: row.isRetired ? new Date() : null } }
  if (step.what === 'members') await prisma.member.update(change)
  else await prisma.householdGroup.update(change)
}

export async function revoke(world: CourseWorld, { who, what }: Of<'revoke'>): Promise<void> {
  const person = world.person(who)
  const { prisma } = world.ground.database
  person[what] = false
  if (what === 'hasRole') await prisma.role.deleteMany({ where: { personId: person.id } })
  else {
    const ended = { where: { id: person.sessionId }, data: { endedAt: new Date() } }
    await prisma.session.update(ended)
  }
}

/** Everybody is what they were again, and signs in. */
export async function restore({ model, ground, newId }: CourseWorld): Promise<void> {
  const { database, branchId: unitId } = ground
  for (const person of model.people) {
    const { id: personId, office: role, hasRole, hasSession } = person
    if (!hasRole) await database.prisma.role.create({ data: { personId, unitId, role } })
    if (!hasSession) {
      person.sessionId = newId()
      await signIn(database, person)
    }
    person.hasRole = true
    person.hasSession = true
  }
}

function at(world: CourseWorld, { who, month }: { who: number; month: 0 | 1 }) {
  return { person: world.person(who), plan: world.plan(month) }
}
