import 'server-only'
import { DomainError } from '#domain/errors.ts'
import { type Action, can, type Grant, type Place } from '#domain/rights.ts'
import type { PlanStatus } from '#domain/wire.ts'
import type { Actor } from '../../auth/actor.ts'
import { type Announcement, announce } from '../../db/announce.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** Who acts. Rights are not part of it: they are read again in the act's own transaction. */
export type Speaker = Pick<Actor, 'personId' | 'sessionId' | 'memberId'>

/** The plan that an act is about. */
export interface AdvicePlan {
  id: string
  branchId: string
  month: string
  epoch: number
  status: PlanStatus
}

/** One act's turn at the talk about one plan: nobody else changes that talk until its transaction ends. */
export interface Turn {
  readonly tx: Prisma.TransactionClient
  readonly plan: AdvicePlan
  readonly place: Place
  readonly speaker: Speaker
  may(action: Action): boolean
  /** Throws `noRight`. */
  require(action: Action): void
  /** The revision of whatever this act changes; open pages are told of it with the commit. */
  nextRev(): Promise<bigint>
}

/**
 * Locks the talk about a plan first and compares session and rights afterwards, on rows that it holds until the
 * commit: whoever takes a right away comes before this act or after it, never between.
 * Throws `signInRequired` for a session that is over.
 */
export async function takeTurn(
  tx: Prisma.TransactionClient,
  speaker: Speaker,
  plan: AdvicePlan,
  place: Place,
): Promise<Turn> {
  await tx.$executeRaw`insert into plan_advice (plan_id) values (${plan.id}::uuid) on conflict do nothing`
  await tx.$queryRaw`select rev from plan_advice where plan_id = ${plan.id}::uuid for update`
  const grants = await holdGrants(tx, speaker)
  const status = await tx.plan.findUniqueOrThrow({
    where: { id: plan.id },
    select: { status: true, epoch: true },
  })
  const may = (action: Action) => can(grants, action, place)
  let rev: Promise<bigint> | null = null
  return {
    tx,
    plan: { ...plan, ...status },
    place,
    speaker,
    may,
    require: (action) => {
      if (!may(action)) throw new DomainError('noRight')
    },
    nextRev: () => {
      rev ??= raiseRev(tx, plan)
      return rev
    },
  }
}

/**
 * What the speaker is where, on rows locked against change. The person before the session, as those who disable a
 * person lock them.
 */
export async function holdGrants(
  tx: Prisma.TransactionClient,
  { personId, sessionId }: Speaker,
): Promise<Grant[]> {
  const person = await tx.$queryRaw<unknown[]>`
    select 1 from person where id = ${personId}::uuid and disabled_at is null and not must_change_password
       for share`
  const session = await tx.$queryRaw<unknown[]>`
    select 1 from session where id = ${sessionId}::uuid and person_id = ${personId}::uuid
       and ended_at is null and expires_at > clock_timestamp() for share`
  if (person.length === 0 || session.length === 0) throw new DomainError('signInRequired')
  return tx.$queryRaw<Grant[]>`
    select role::text as role, unit_id as "unitId" from role where person_id = ${personId}::uuid for share`
}

async function raiseRev(tx: Prisma.TransactionClient, plan: AdvicePlan): Promise<bigint> {
  const { rev } = await tx.planAdvice.update({
    where: { planId: plan.id },
    data: { rev: { increment: 1 } },
    select: { rev: true },
  })
  await announceIn(tx, { kind: 'changed', what: 'comments', branchIds: [plan.branchId] })
  return rev
}

/** Tells every node with the commit. */
export async function announceIn(
  tx: Prisma.TransactionClient,
  message: Announcement,
): Promise<void> {
  const query = (text: string, values: unknown[]) => tx.$executeRawUnsafe(text, ...values)
  await announce({ query }, message)
}
