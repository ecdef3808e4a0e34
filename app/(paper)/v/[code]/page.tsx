import { CircleAlert, CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { inOrder } from '#app/_paper/in-order.ts'
import { BrandMark } from '#app/_ui/brand-mark.tsx'
import { formatDay } from '#app/_words/format-day.ts'
import { formatMonth } from '#app/_words/format-month.ts'
import { DomainError } from '#domain/errors.ts'
import { confirmCode } from '#server/data/confirm-code.ts'

type Props = PageProps<'/v/[code]'>
type Found = Awaited<ReturnType<typeof confirmCode>>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('paper.confirm')
  return { title: t('title') }
}

/** Where the code on a paper leads, for anybody: is there such a record, and what is its hash. Nobody's name. */
export default async function ConfirmPage({ params }: Props) {
  const { code } = await params
  const t = await getTranslations('paper.confirm')
  const found = await ask(code)
  return (
    <main className="mx-auto grid max-w-150 gap-4 px-4 py-10" id="content">
      <p className="flex items-center gap-2 font-semibold [&_svg]:size-6">
        <BrandMark className="text-accent" />
        {t('title')}
      </p>
      {found === 'tooFast' ? <Verdict title={t('tooFast')} /> : null}
      {found === null ? <Verdict title={t('unknown')}>{t('unknownHint')}</Verdict> : null}
      {found !== null && found !== 'tooFast' ? <Confirmed found={found} /> : null}
    </main>
  )
}

async function Confirmed({ found }: { found: NonNullable<Found> }) {
  const [t, language] = await Promise.all([getTranslations('paper.confirm'), getLocale()])
  const { branchName, month, version, sha256, finalisedAt, newest, isOpenAgain } = found
  const isNewest = version === newest && !isOpenAgain
  return (
    <>
      <Verdict isGood={isNewest} title={t('known')}>
        {t('what', {
          branch: branchName,
          month: formatMonth(month, language, 'inside'),
          version,
          day: formatDay(finalisedAt),
        })}
      </Verdict>
      {version < newest ? <p className="font-semibold">{t('replaced', { newest })}</p> : null}
      {isOpenAgain ? <p className="font-semibold">{t('openAgain')}</p> : null}
      <div>
        <p className="text-ink-2 text-sm">{t('sha256')}</p>
        <p className="num text-sm">
          {inOrder(inEights(sha256), (letters) => (
            <span className="mr-2 inline-block">{letters}</span>
          ))}
        </p>
      </div>
      <p className="text-ink-2 text-sm">{t('hint')}</p>
    </>
  )
}

/** Apart to the eye, so that it can be held against paper; copied, still one word. */
function inEights(sha256: string): string[] {
  return sha256.match(/.{8}/gu) ?? []
}

interface VerdictProps {
  title: string
  isGood?: boolean
  children?: ReactNode
}

function Verdict({ title, isGood = false, children }: VerdictProps) {
  const Icon = isGood ? CircleCheck : CircleAlert
  return (
    <div className="flex gap-3 rounded-md border border-line-strong bg-raised p-4">
      <Icon aria-hidden="true" className={isGood ? 'shrink-0 text-done' : 'shrink-0 text-note'} />
      <div>
        <h1 className="text-lg">{title}</h1>
        {children}
      </div>
    </div>
  )
}

async function ask(code: string): Promise<Found | 'tooFast'> {
  try {
    return await confirmCode(code)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'tooFast') return 'tooFast'
    throw error
  }
}
