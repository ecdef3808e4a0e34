import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedInActor } from '#server/data/current-actor.ts'
import { FirstPasswordForm } from './first-password-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.firstPassword')
  return { title: t('title') }
}

/** Where somebody with a password that others have seen is led, until they have one of their own. */
export default async function FirstPasswordPage() {
  const actor = await signedInActor()
  if (!actor) redirect('/sign-in')
  if (!actor.mustChangePassword) redirect('/account')
  const [t, account] = await Promise.all([
    getTranslations('auth.firstPassword'),
    getTranslations('auth.account'),
  ])
  return (
    <section className="rounded-lg border border-line bg-surface p-5 shadow-card sm:p-6">
      <h1 className="text-xl">{t('title')}</h1>
      <p className="mt-1 mb-2 text-ink-2">{t('intro', { name: actor.fullName })}</p>
      <p className="mb-5 text-ink-2">{account('passwordRule')}</p>
      <FirstPasswordForm username={actor.username} />
    </section>
  )
}
