'use server'
import { redirect } from 'next/navigation'
import { DomainError } from '#domain/errors.ts'
import { changeMyPassword } from '#server/data/password.ts'

/** What became of a new password; `details` are values for the sentence. */
export type PasswordAnswer =
  | { ok: true }
  | { ok: false; code: string; details: Readonly<Record<string, string | number>> }

/** Changes the asker's password with the form's fields `current`, `next` and `again`. */
export async function changePassword(form: FormData): Promise<PasswordAnswer> {
  try {
    await changeMyPassword(Object.fromEntries(form))
    return { ok: true }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, details: error.details }
    throw error
  }
}

/** The same for a first password sent before any script had come. */
export async function setFirstPassword(
  _before: PasswordAnswer | null,
  form: FormData,
): Promise<PasswordAnswer> {
  const answer = await changePassword(form)
  if (answer.ok) redirect('/')
  return answer
}

/** The same for a change on the account's page. */
export async function changePasswordWithoutScript(
  _before: PasswordAnswer | null,
  form: FormData,
): Promise<PasswordAnswer> {
  return changePassword(form)
}
