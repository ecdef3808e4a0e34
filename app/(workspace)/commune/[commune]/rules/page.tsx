import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DomainError } from '#domain/errors.ts'
import { readCommuneRules } from '#server/data/commune-rules.ts'
import { requireActor } from '#server/data/current-actor.ts'
import { RulesForm } from '../../../_rules/rules-form.tsx'
import { rolesOf } from '../../../_top/roles-of.ts'
import { TopBar } from '../../../_top/top-bar.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record.rules')
  return { title: t('title') }
}

/** What the commune wants of a month before it is final; for its office. */
export default async function RulesPage({ params }: PageProps<'/commune/[commune]/rules'>) {
  const { commune: communeId } = await params
  const actor = await requireActor()
  const [{ commune, rules }, t] = await Promise.all([
    readOrNotFound(communeId),
    getTranslations('record.rules'),
  ])
  const roles = rolesOf(actor.grants)
  return (
    <>
      <TopBar person={{ personId: actor.personId, name: actor.fullName, roles }} />
      <main className="mx-auto w-full max-w-220 px-4 py-5" id="content">
        <h1 className="text-xl">{t('title')}</h1>
        <p className="mt-1 mb-4 text-pretty text-ink-2">{t('intro', { commune: commune.name })}</p>
        <RulesForm communeId={communeId} rules={rules} />
      </main>
    </>
  )
}

async function readOrNotFound(communeId: string) {
  try {
    return await readCommuneRules(communeId)
  } catch (error) {
    if (error instanceof DomainError) notFound()
    throw error
  }
}
