// Who hears of what, written with the act itself: a mention at once, everything else in one unread digest of the plan.
import 'server-only'
import { can } from '#domain/rights.ts'
import { type PlanPerson, readPlanPeople } from './plan-people.ts'
import type { Turn } from './turn.ts'

interface SaidComment {
  id: string
  threadId: string
  mentioned: readonly string[]
}

/** A comment was written: those it mentions hear of it at once, the plan's other followers by digest. */
export async function tellOfComment(turn: Turn, comment: SaidComment): Promise<void> {
  await tellOfMentions(turn, comment)
  const followers = await readFollowers(turn)
  await addToDigests(
    turn,
    followers.filter((id) => !comment.mentioned.includes(id)),
  )
}

/** A thread was resolved or a proposal settled. */
export async function tellOfThread(turn: Turn): Promise<void> {
  await addToDigests(turn, await readFollowers(turn))
}

/** A member reported. */
export async function tellEditors(turn: Turn): Promise<void> {
  const people = await readPlanPeople(turn.tx, turn.place)
  const editors = people.filter(({ grants }) => can(grants, 'plan.edit', turn.place))
  await addToDigests(
    turn,
    editors.map(({ personId }) => personId),
  )
}

export async function tellOfMentions(
  turn: Turn,
  { id, threadId, mentioned }: SaidComment,
): Promise<void> {
  const people = await withoutDeaf(turn, mentioned)
  await turn.tx.notice.createMany({
    data: people.map((personId) => ({
      personId,
      planId: turn.plan.id,
      kind: 'mention' as const,
      threadId,
      commentId: id,
    })),
  })
}

/**
 * Who follows the talk about a plan: those with a role in the branch itself who may comment. The office stands above
 * sixteen branches and more; it follows a plan once it has said something there.
 */
async function readFollowers({ tx, plan, place }: Turn): Promise<string[]> {
  const people = (await readPlanPeople(tx, place)).filter(({ mayComment }) => mayComment)
  const ofBranch = ({ grants }: PlanPerson) => can(grants, 'plan.comment', { ...place, above: [] })
  const above = people.filter((person) => !ofBranch(person)).map(({ personId }) => personId)
  const tookPart = await tx.comment.findMany({
    where: { thread: { planId: plan.id }, authorId: { in: above } },
    distinct: ['authorId'],
    select: { authorId: true },
  })
  return [
    ...people.filter(ofBranch).map(({ personId }) => personId),
    ...tookPart.map(({ authorId }) => authorId),
  ]
}

async function addToDigests(turn: Turn, people: readonly string[]): Promise<void> {
  const listening = await withoutDeaf(turn, people)
  await turn.tx.$executeRaw`
    insert into notice (id, person_id, plan_id, kind)
    select gen_random_uuid(), p, ${turn.plan.id}::uuid, 'digest' from unnest(${listening}::uuid[]) p
        on conflict (person_id, plan_id) where kind = 'digest' and read_at is null
        do update set count = notice.count + 1, updated_at = clock_timestamp()`
}

/** Nobody hears of an act of their own, or of a plan that they muted. */
async function withoutDeaf(
  { tx, plan, speaker }: Turn,
  people: readonly string[],
): Promise<string[]> {
  const muted = await tx.noticeMute.findMany({
    where: { planId: plan.id, personId: { in: [...people] } },
    select: { personId: true },
  })
  return people.filter(
    (id) => id !== speaker.personId && muted.every(({ personId }) => personId !== id),
  )
}
