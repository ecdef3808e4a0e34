import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireActor } from '#server/data/current-actor.ts'
import { readMyEmail } from '#server/data/my-email.ts'
import { readMyAccount } from '#server/data/people.ts'
import { listMySessions, sessionHours } from '#server/data/sessions.ts'
import { TopBar } from '../_top/top-bar.tsx'
import { EmailForm } from './_account/email-form.tsx'
import { EndOthersButton } from './_account/end-others-button.tsx'
import { PasswordForm } from './_account/password-form.tsx'
import { SessionList } from './_account/session-list.tsx'
import { SignOutButton } from './_account/sign-out-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.account')
  return { title: t('title') }
}

/** One's own entry: who one is here, the password, the devices. */
export default async function AccountPage() {
  const actor = await requireActor()
  const [account, email, sessions, t, role] = await Promise.all([
    readMyAccount(),
    readMyEmail(),
    listMySessions(),
    getTranslations('auth.account'),
    getTranslations('words.role'),
  ])
  const roles = account?.roles ?? []
  const roleNames = [...new Set(roles.map((held) => held.role))]
  return (
    <>
      <TopBar person={{ personId: actor.personId, name: actor.fullName, roles: roleNames }} />
      <main className="mx-auto w-full max-w-250 px-4 pt-6 pb-10" id="content">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-xl">{t('title')}</h1>
          <SignOutButton personId={actor.personId} />
        </header>
        <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
          <div className="grid gap-5">
            <Part id="who" title={actor.fullName}>
              <dl className="mt-2 grid gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
                <Fact label={t('username')}>{actor.username}</Fact>
                {account?.memberCode && <Fact label={t('memberCode')}>{account.memberCode}</Fact>}
                <Fact label={t('roles')}>
                  {roles.length === 0 && t('noRoles')}
                  {roles.map((held) => (
                    <span className="block" key={`${held.role} ${held.unitName}`}>
                      {t('roleAt', { role: role(held.role), unit: held.unitName })}
                    </span>
                  ))}
                </Fact>
              </dl>
            </Part>
            <Part id="sessions" text={t('lasts', sessionHours())} title={t('sessionsTitle')}>
              <div className="grid gap-4">
                <SessionList sessions={sessions} />
                <EndOthersButton others={sessions.filter((session) => !session.isThis).length} />
              </div>
            </Part>
          </div>
          <div className="grid gap-5">
            <Part id="password" text={t('passwordText')} title={t('passwordTitle')}>
              <PasswordForm username={actor.username} />
            </Part>
            {(email.isMailSent || email.address !== null) && (
              <Part
                id="email"
                text={email.isMailSent ? t('emailText') : t('emailOff')}
                title={t('emailTitle')}
              >
                <EmailForm address={email.address} />
              </Part>
            )}
          </div>
        </div>
      </main>
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}

interface PartProps {
  id: string
  title: string
  text?: string
  children: ReactNode
}

function Part({ id, title, text, children }: PartProps) {
  return (
    <section
      aria-labelledby={id}
      className="rounded-lg border border-line bg-surface p-5 shadow-card"
    >
      <h2 className="text-lg" id={id}>
        {title}
      </h2>
      {text && <p className="mt-1 mb-4 text-ink-2">{text}</p>}
      {children}
    </section>
  )
}
