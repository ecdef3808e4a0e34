import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { dayAt } from '#domain/days.ts'
import { readPlanHead } from '#server/data/plans.ts'
import { FinaliseSheet } from '../_finalise/finalise-sheet.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('record.sheet')
  return { title: t('title') }
}

/** Finalising the month. The layout opens the document; the page asks once more whether this person may look. */
export default async function FinalisePage({ params }: PageProps<'/[branch]/[month]/finalise'>) {
  const { branch, month } = await params
  await readPlanHead(branch, month)
  return <FinaliseSheet today={dayAt(Date.now())} />
}
