// Every way in which somebody who is at work loses the right they came with, done as the product does it.
import type { RoleName } from '#domain/vocabulary.ts'
import { closeCode } from '#domain/wire.ts'
import { endSession } from '../../auth/end-sessions.ts'
import { carryOut } from '../../auth/office/carry-out.ts'
import { setPassword } from '../../auth/set-password.ts'
import type { Database } from '../../db/database.ts'
import type { SignedIn } from './sync-stage.ts'

export const takingKinds = [
  'signed out',
  'disabled',
  'removed',
  'demoted',
  'role changed',
  'plan finalised',
  'session expired',
  'password changed',
] as const
export type TakingKind = (typeof takingKinds)[number]

/** Who loses it. */
export interface Victim extends SignedIn {
  /** The only one they hold at the branch, to write or to look. */
  role: 'committee' | 'cadre'
  username: string
  unit: string
  /** The same person on another device. */
  otherSessionId: string
  planId: string
}

export interface Taking {
  /** What the open socket is closed with. */
  code: number
  /** What must stand before, while the right still holds. */
  prepare?(database: Database, victim: Victim): Promise<unknown>
  take(database: Database, victim: Victim): Promise<unknown>
}

export const takings: Readonly<Record<TakingKind, Taking>> = {
  'signed out': {
    code: closeCode.signInAgain,
    take: (database, { sessionId }) => endSession(database, sessionId),
  },
  disabled: {
    code: closeCode.signInAgain,
    take: (database, { username }) => carryOut(database, { verb: 'disable', username }),
  },
  removed: {
    code: closeCode.noRight,
    take: (database, victim) => changeRole(database, victim, victim.role, true),
  },
  demoted: {
    code: closeCode.goingAway,
    take: async (database, victim) => {
      await changeRole(database, victim, 'member', false)
      await changeRole(database, victim, victim.role, true)
    },
  },
  'role changed': {
    code: closeCode.goingAway,
    take: async (database, victim) => {
      await changeRole(database, victim, 'secretary', false)
      await changeRole(database, victim, victim.role, true)
    },
  },
  'plan finalised': {
    code: closeCode.goingAway,
    // Until there is a record to finalise: what finalising does to the plan's row.
    take: (database, { planId }) =>
      database.prisma.plan.update({
        where: { id: planId },
        data: { status: 'finalised', epoch: { increment: 1 } },
      }),
  },
  'session expired': {
    code: closeCode.signInAgain,
    // Nobody does anything: it was to end about now, by the database's clock, and it does.
    prepare: (database, { sessionId }) =>
      database.pool.query(
        `update session set expires_at = clock_timestamp() + interval '1 s' where id = $1`,
        [sessionId],
      ),
    take: (database, { sessionId }) =>
      database.pool.query(
        `select pg_sleep(greatest(0, extract(epoch from expires_at - clock_timestamp())) + 0.01)
           from session where id = $1`,
        [sessionId],
      ),
  },
  'password changed': {
    code: closeCode.signInAgain,
    // From another device of theirs: everything that is signed in elsewhere ends.
    take: (database, { personId, otherSessionId }) =>
      setPassword(database, {
        personId,
        password: 'một mật khẩu mới, dài',
        mustChange: false,
        keepSession: otherSessionId,
      }),
  },
}

function changeRole(database: Database, victim: Victim, name: RoleName, remove: boolean) {
  const { username, unit } = victim
  return carryOut(database, { verb: 'role', username, unit, role: name, remove })
}
