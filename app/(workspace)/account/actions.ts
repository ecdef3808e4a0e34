'use server'
import { revalidatePath } from 'next/cache'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import { changeMyEmail } from '#server/data/my-email.ts'
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

export type EmailAnswer = { ok: true; address: string | null } | { ok: false; code: ErrorCode }

/** Sets the asker's own e-mail address; an empty one removes it. */
export async function changeEmail(form: FormData): Promise<EmailAnswer> {
  const sent = form.has('remove') ? '' : form.get('email')
  try {
    const address = await changeMyEmail(typeof sent === 'string' ? sent : '')
    revalidatePath('/account')
    return { ok: true, address }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code }
    throw error
  }
}
