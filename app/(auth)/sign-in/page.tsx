import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedInActor } from '#server/data/current-actor.ts'
import { SignInForm } from './sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn')
  return { title: t('title') }
}

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [actor, asked, t] = await Promise.all([
    signedInActor(),
    searchParams,
    getTranslations('auth.signIn'),
  ])
  if (actor) redirect('/')
  const { to, error } = asked
  return (
    <section className="rounded-lg border border-line bg-surface p-5 shadow-card sm:p-6">
      <h1 className="text-xl">{t('title')}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t('intro')}</p>
      <SignInForm
        refused={typeof error === 'string' ? { code: error } : null}
        to={typeof to === 'string' ? to : '/'}
      />
      <p className="mt-5 border-line border-t pt-4 text-ink-2 text-sm">{t('forgotten')}</p>
    </section>
  )
}
