import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, readActor } from '../auth/actor.ts'
import { currentDatabase } from '../db/database.ts'

const readOnce = cache(async (): Promise<Actor | null> => {
  const cookieHeader = (await headers()).get('cookie') ?? undefined
  return readActor(currentDatabase(), cookieHeader)
})

/**
 * Who asks, or null. Someone who must change the password first is nobody here: use it in routes and
 * actions, and answer 401 or `signInRequired` to null.
 */
export async function currentActor(): Promise<Actor | null> {
  const actor = await readOnce()
  return actor?.mustChangePassword ? null : actor
}

/** Who asks, also with a password that must be changed: for the account's own pages and nothing else. */
export async function signedInActor(): Promise<Actor | null> {
  return readOnce()
}

/** Who asks; leads to the page that is missing when there is nobody. For pages and layouts. */
export async function requireActor(): Promise<Actor> {
  const actor = await readOnce()
  if (!actor) redirect('/sign-in')
  if (actor.mustChangePassword) redirect('/account/password')
  return actor
}
