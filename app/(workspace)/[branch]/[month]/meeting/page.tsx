import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readPlanHead } from '#server/data/plans.ts'
import { MeetingView } from '../_meeting/meeting-view.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meeting')
  return { title: t('title') }
}

/** The month on a projector. The layout opens the document; the page asks once more whether this person may look. */
export default async function MeetingPage({ params }: PageProps<'/[branch]/[month]/meeting'>) {
  const { branch, month } = await params
  await readPlanHead(branch, month)
  return <MeetingView />
}
