// First stop of a write: who is this, and what may they do with the plan that they ask for?
import { isMonth, monthAt, shiftMonth } from '#domain/months.ts'
import { type Place, planRight } from '#domain/rights.ts'
import { parseRoom, type RoomName } from '#domain/rooms.ts'
import { closeCode, mayWrite } from '#domain/wire.ts'
import type { Actor } from '../auth/actor.ts'
import type { Clock } from '../log/clock.ts'
import type { PlanHead, PlanLog } from '../log/plan-log.ts'
import type { Guest } from './guest.ts'

export interface AdmissionDesk {
  readonly log: Pick<PlanLog, 'findHead'>
  readonly clock: Clock
  readActor(cookieHeader: string | undefined): Promise<Actor | null>
  readPlace(branchId: string): Promise<Place | null>
  beginPlan(plan: { branchId: string; month: string; personId: string }): Promise<string>
}

export interface Application {
  /** As it stands in the address. */
  room: string
  cookieHeader: string | undefined
  address: string
  /** The person whom the page belongs to. Somebody else may have signed in on this browser since. */
  pageOf: string | null
  /** Listeners open nothing that is not open. */
  isListener: boolean
}

export type Admission =
  /** `epoch` is the one that was asked for; it may be over. */
  | { kind: 'admitted'; guest: Guest; head: PlanHead; place: Place; epoch: number }
  /** `personId` when it is known who asked. */
  | { kind: 'refused'; code: number; personId?: string }

/** How many months from now, either way, a plan can be begun. */
const monthsAhead = 12

/**
 * Looks everything up, and opens the plan when someone with the right to edit comes first. The head is read
 * before the right: a right that is taken away later raises the head's rightsRev.
 */
export async function admit(desk: AdmissionDesk, application: Application): Promise<Admission> {
  const actor = await desk.readActor(application.cookieHeader)
  if (!actor || isOthersPage(application, actor)) return refuse(closeCode.signInAgain)
  const room = readRoom(application.room)
  const place = room && (await desk.readPlace(room.branchId))
  if (!room || !place) return refuse(closeCode.noSuchPlan)
  const right = planRight(actor.grants, place)
  if (right === null) return refuse(closeCode.noRight, actor.personId)

  let head = await desk.log.findHead(room.branchId, room.month)
  if (!head) {
    if (application.isListener || !mayWrite(right) || !isNear(room.month, desk.clock.now())) {
      return refuse(closeCode.noSuchPlan)
    }
    await desk.beginPlan({ ...room, personId: actor.personId })
    head = await desk.log.findHead(room.branchId, room.month)
    if (!head) return refuse(closeCode.tryLater)
  }
  if (room.epoch > head.epoch) return refuse(closeCode.noSuchPlan)
  return letIn(desk, application, room, head, place)
}

async function letIn(
  desk: AdmissionDesk,
  application: Application,
  room: RoomName,
  head: PlanHead,
  place: Place,
): Promise<Admission> {
  const actor = await desk.readActor(application.cookieHeader)
  if (!actor || isOthersPage(application, actor)) return refuse(closeCode.signInAgain)
  const right = planRight(actor.grants, place)
  if (right === null) return refuse(closeCode.noRight, actor.personId)
  const guest = {
    personId: actor.personId,
    sessionId: actor.sessionId,
    name: actor.fullName,
    right,
    sessionExpiresAt: actor.sessionExpiresAt,
    rightsRev: head.rightsRev,
    address: application.address,
  }
  return { kind: 'admitted', guest, head, place, epoch: room.epoch }
}

/** A tab that one person left open must not write under the cookie of the next. */
function isOthersPage({ pageOf }: Application, actor: Actor): boolean {
  return pageOf !== null && pageOf !== actor.personId
}

function refuse(code: number, personId?: string): Admission {
  return personId === undefined ? { kind: 'refused', code } : { kind: 'refused', code, personId }
}

function readRoom(text: string): RoomName | null {
  try {
    return parseRoom(text)
  } catch {
    return null
  }
}

function isNear(month: string, now: number): boolean {
  const present = monthAt(now)
  return (
    isMonth(month) &&
    month >= shiftMonth(present, -monthsAhead) &&
    month <= shiftMonth(present, monthsAhead)
  )
}
