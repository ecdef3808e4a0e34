'use server'
import { revalidatePath } from 'next/cache'
import { DomainError } from '#domain/errors.ts'
import { endMyOtherSessions } from '#server/data/sessions.ts'

export type EndedAnswer = { ok: true; count: number } | { ok: false; code: string }

/** Signs every other device of the asker out. */
export async function endOthers(): Promise<EndedAnswer> {
  try {
    const count = await endMyOtherSessions()
    revalidatePath('/account')
    return { ok: true, count }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code }
    throw error
  }
}
