import 'server-only'
import { cookies } from 'next/headers'
import { DomainError } from '#domain/errors.ts'
import { endSession, endSessions } from '../auth/end-sessions.ts'
import { sessionCookieName } from '../auth/envelope.ts'
import { sessionLife } from '../auth/session-life.ts'
import { currentDatabase } from '../db/database.ts'
import { signedInActor } from './current-actor.ts'

/** One of one's own sign-ins that is alive. Times are ISO. */
export interface SessionView {
  id: string
  /** "Chrome, Windows"; empty when the browser did not say. */
  device: string
  beganAt: string
  seenAt: string
  isThis: boolean
}

/** How many hours a session lasts at the most, and how many without use. */
export function sessionHours(): { absolute: number; idle: number } {
  return { absolute: sessionLife.absolute / 3600, idle: sessionLife.idle / 3600 }
}

/** The asker's live sessions, this one first, then by last use. */
export async function listMySessions(): Promise<SessionView[]> {
  const actor = await signedInActor()
  if (!actor) return []
  const rows = await currentDatabase().prisma.session.findMany({
    where: { personId: actor.personId, endedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { seenAt: 'desc' },
    select: { id: true, device: true, createdAt: true, seenAt: true },
  })
  const views = rows.map((row) => ({
    id: row.id,
    device: row.device,
    beganAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    isThis: row.id === actor.sessionId,
  }))
  return views.sort((a, b) => Number(b.isThis) - Number(a.isThis))
}

/** Ends every session of the asker but this one; returns how many. Throws `signInRequired`. */
export async function endMyOtherSessions(): Promise<number> {
  const actor = await signedInActor()
  if (!actor) throw new DomainError('signInRequired')
  return endSessions(currentDatabase(), actor.personId, actor.sessionId)
}

/** Ends this session and takes its cookie away, chunks included. Nobody is signed out without error. */
export async function signOut(): Promise<void> {
  const actor = await signedInActor()
  if (actor) await endSession(currentDatabase(), actor.sessionId)
  const jar = await cookies()
  for (const secure of [false, true]) {
    const name = sessionCookieName(secure)
    for (const cookie of jar.getAll()) {
      if (cookie.name !== name && !cookie.name.startsWith(`${name}.`)) continue
      jar.set(cookie.name, '', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 0 })
    }
  }
}
