import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { dayAt } from '#domain/days.ts'
import { readPlanHead } from '#server/data/plans.ts'
import { Board } from './_board/board.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('board')
  return { title: t('title') }
}

/** The board. The layout opens the document; the page asks once more whether this person may look. */
export default async function BoardPage({ params }: PageProps<'/[branch]/[month]'>) {
  const { branch, month } = await params
  await readPlanHead(branch, month)
  return <Board today={dayAt(Date.now())} />
}
