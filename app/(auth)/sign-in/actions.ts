'use server'
import { redirect } from 'next/navigation'
import { type SignInRefusal, signInByForm } from '#server/data/sign-in.ts'

export type SignInAnswer = { ok: true; to: string } | SignInRefusal

/** An answer on a new page, which gives the name back so that only the password is typed again. */
export type KeptAnswer = SignInRefusal & { username: string }

/** Signs in with the form's fields `username`, `password` and `to`. */
export async function enter(form: FormData): Promise<SignInAnswer> {
  return signInByForm(Object.fromEntries(form))
}

/** The same for a form that was sent before any script had come. */
export async function enterWithoutScript(
  _before: KeptAnswer | null,
  form: FormData,
): Promise<KeptAnswer> {
  const answer = await enter(form)
  if (answer.ok) redirect(answer.to)
  const username = form.get('username')
  return { ...answer, username: typeof username === 'string' ? username : '' }
}
