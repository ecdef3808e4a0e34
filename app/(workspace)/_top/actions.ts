'use server'
import { redirect } from 'next/navigation'
import { signOut } from '#server/data/sessions.ts'

/** Ends this session everywhere at once, open plans included, and leads to the sign-in page. */
export async function leave(): Promise<void> {
  await signOut()
  redirect('/sign-in')
}
