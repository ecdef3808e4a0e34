'use server'
import { redirect } from 'next/navigation'
import { type SignInRefusal, signInByForm } from '#server/data/sign-in.ts'

export type SignInAnswer = { ok: true; to: string } | SignInRefusal

/** Signs in with the form's fields `username`, `password` and `to`. */
export async function enter(form: FormData): Promise<SignInAnswer> {
  return signInByForm(Object.fromEntries(form))
}

/** The same for a form that was sent before any script had come. */
export async function enterWithoutScript(
  _before: SignInAnswer | null,
  form: FormData,
): Promise<SignInAnswer> {
  const answer = await enter(form)
  if (answer.ok) redirect(answer.to)
  return answer
}
