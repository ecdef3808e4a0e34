import 'server-only'
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import type { Actor } from '../auth/actor.ts'
import { currentDatabase, type Database } from '../db/database.ts'
import { askedLanguage } from './asked-language.ts'
import { currentActor } from './current-actor.ts'
import { refusal } from './refusal.ts'

/**
 * The one way in which a route answers a machine: JSON for the person who is signed in, and for everything
 * expected that goes wrong `{ code, message }` with its status. Never stored by anything in between.
 */
export function answerJson(
  work: (database: Database, actor: Actor) => Promise<unknown>,
): Promise<Response> {
  return answerWith(async (database, actor) =>
    Response.json(await work(database, actor), { headers: { 'Cache-Control': 'no-store' } }),
  )
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
    return refusal(error.code, message)
  }
}
