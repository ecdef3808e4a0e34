import 'server-only'
import { errorText } from '#domain/error-texts.ts'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import type { Actor } from '../auth/actor.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { askedLanguage } from './asked-language.ts'
import { currentActor } from './current-actor.ts'

/**
 * The one way in which a route answers a machine: JSON for the person who is signed in, and for everything
 * expected that goes wrong `{ code, message }` with its status. Never stored by anything in between.
 */
export function answerJson(
  work: (database: Database, actor: Actor) => Promise<unknown>,
): Promise<Response> {
  return answerWith(async (database, actor) => json(await work(database, actor), 200))
}

/** The same for an answer that is no JSON, unless something goes wrong. */
export async function answerWith(
  work: (database: Database, actor: Actor) => Promise<Response>,
): Promise<Response> {
  try {
    const actor = await currentActor()
    if (!actor) throw new DomainError('signInRequired')
    return await work(currentDatabase(), actor)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const message = errorText(error.code, await askedLanguage(), error.details)
    return json({ code: error.code, message }, statusOf(error.code))
  }
}

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}

const statusByCode: Partial<Record<ErrorCode, number>> = {
  signInRequired: 401,
  noRight: 403,
  unknownUnit: 404,
  unknownGroup: 404,
  unknownMember: 404,
  unknownHamlet: 404,
  noSuchPlan: 404,
  unknownRecord: 404,
  unknownLateEdit: 404,
  alreadyFinalised: 409,
  contentChanged: 409,
  newerRecord: 409,
  notFinalised: 409,
  alreadyInvited: 409,
  alreadyAgreed: 409,
}

function statusOf(code: ErrorCode): number {
  return statusByCode[code] ?? 400
}
