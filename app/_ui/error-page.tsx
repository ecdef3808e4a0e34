'use client'
import { useTranslations } from 'next-intl'
import { Button, buttonLook } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { NoticeIcon } from './notice-icon.tsx'

/** Says that a page failed and what to do now. `digest` is the server's mark of the failure, to be read out by phone. */
export interface ErrorPageProps {
  digest: string | undefined
  retry: () => void
}

export function ErrorPage({ digest, retry }: ErrorPageProps) {
  const t = useTranslations('shell.error')
  return (
    <main className="grid min-h-[60dvh] content-center">
      <EmptyState
        action={
          <>
            <Button kind="primary" onClick={retry}>
              {t('retry')}
            </Button>
            {/* A plain link: after a failure the whole page is fetched anew. */}
            <a className={buttonLook('secondary')} href="/">
              {t('home')}
            </a>
          </>
        }
        icon={<NoticeIcon className="size-8" level="block" />}
        level={1}
        title={t('title')}
      >
        <p>{t('text')}</p>
        {digest && <p className="num mt-2 text-ink text-sm">{t('code', { code: digest })}</p>}
      </EmptyState>
    </main>
  )
}
