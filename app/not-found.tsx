import { MapPinOff } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonLook } from './_ui/button.tsx'
import { EmptyState } from './_ui/empty-state.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.notFound')
  return { title: t('title') }
}

/** An address that leads nowhere, or to something that this person may not know of. */
export default async function NotFound() {
  const t = await getTranslations('shell.notFound')
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        action={
          <Link className={buttonLook('primary')} href="/">
            {t('home')}
          </Link>
        }
        icon={<MapPinOff />}
        level={1}
        title={t('title')}
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
