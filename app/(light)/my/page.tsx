import { getTranslations } from 'next-intl/server'
import { requireActor } from '#server/data/current-actor.ts'
import { UnsentList } from './_home/unsent-list.tsx'

/** What is one's own to do, read and answer. */
export default async function MyPage() {
  await requireActor()
  const t = await getTranslations('light')
  return (
    <main className="mx-auto grid max-w-150 gap-3 px-4 py-5" id="content">
      <h1 className="text-xl">{t('home.title')}</h1>
      <UnsentList />
    </main>
  )
}
