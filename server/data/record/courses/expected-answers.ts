// What somebody must be told, worked out from the course's own account alone.
import type { Answer, CourseModel, Office, PersonModel, PlanModel } from './course-model.ts'
import { lonelyGroups } from './course-model.ts'

/** So many sign-offs the commune of each course wants. */
export const signOffsWanted = 1

const may: Readonly<Record<'edit' | 'finalise' | 'reopen', readonly Office[]>> = {
  edit: ['secretary', 'deputy', 'committee'],
  finalise: ['secretary', 'deputy'],
  reopen: ['secretary'],
}

/** Why somebody may not, as their session and role are now; null when they may. */
export function turnedAway(person: PersonModel, action: keyof typeof may): Answer | null {
  if (!person.hasSession) return 'signInRequired'
  return person.hasRole && may[action].includes(person.office) ? null : 'noRight'
}

/** Of what is written at the desk of a month that is open. */
export function answerAtDesk(person: PersonModel, plan: PlanModel): Answer {
  return turnedAway(person, 'edit') ?? (plan.isFinal ? 'planFinalised' : 'done')
}

export function answerToSignOff(person: PersonModel, plan: PlanModel, isCurrent: boolean): Answer {
  return isCurrent ? answerAtDesk(person, plan) : 'contentChanged'
}

export function answerToReopen(person: PersonModel, plan: PlanModel, recordId: string): Answer {
  const refusal = turnedAway(person, 'reopen')
  if (refusal) return refusal
  if (plan.newest && plan.newest.id !== recordId) return 'newerRecord'
  const isOwn = plan.newest?.reopenedBy === person.id
  return plan.newest && (plan.isFinal || isOwn) ? 'done' : 'notFinalised'
}

/** `hash` is what was pressed with, `current` that of what is committed. */
export function answerToPress(
  model: CourseModel,
  plan: PlanModel,
  press: { person: PersonModel; recordId: string; hash: string; current: string },
): Answer {
  const { person, recordId, hash, current } = press
  // The page knows what they were when it was opened.
  if (!may.finalise.includes(person.office)) return 'noRight'
  const known = model.plans.flatMap(({ records }) => records).find(({ id }) => id === recordId)
  if (known) return known.by === person.id && plan.records.includes(known) ? 'done' : 'badInput'
  if (plan.isFinal) return 'alreadyFinalised'
  if (hash !== current) return 'contentChanged'
  if (!isReady(model, plan, current)) return 'notReady'
  if (!plan.hasMeeting) return 'meetingIncomplete'
  return turnedAway(person, 'finalise') ?? 'done'
}

function isReady(model: CourseModel, plan: PlanModel, current: string): boolean {
  const signed = signersOf(model, plan, current)
  const isExplained = lonelyGroups(model, plan).every((id) => plan.justified.has(id))
  return isExplained && signed.length >= signOffsWanted
}

/** Who of the committee as it is now agrees to this content. */
export function signersOf({ people }: CourseModel, plan: PlanModel, hash: string): string[] {
  return people
    .filter(({ id, hasRole }) => hasRole && plan.signOffs.get(id) === hash)
    .map(({ id }) => id)
    .sort()
}
