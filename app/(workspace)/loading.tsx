import { getTranslations } from 'next-intl/server'

/** A page on its way: one quiet line where it will stand. */
export default async function Loading() {
  const t = await getTranslations('shell')
  return (
    <main className="grid min-h-[60dvh] place-content-center text-ink-2" role="status">
      {t('loading')}
    </main>
  )
}
