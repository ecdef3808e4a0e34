import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readLateDesk } from '#server/data/record/late-desk.ts'
import { lateMonthOf } from '../_late/late-address.ts'
import { LateSheet } from '../_late/late-sheet.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('late')
  return { title: t('title') }
}

/** What came too late for this month, or for the earlier month `of`, to be taken up into this one's plan. */
export default async function LatePage(props: PageProps<'/[branch]/[month]/late'>) {
  const { branch, month } = await props.params
  const { of } = await props.searchParams
  const desk = await readLateDesk(branch, lateMonthOf(of, month))
  return <LateSheet desk={desk} now={Date.now()} />
}
