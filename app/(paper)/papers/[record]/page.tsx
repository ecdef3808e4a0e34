import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { PaperSheets } from '#app/_paper/paper-sheets.tsx'
import { buttonLook } from '#app/_ui/button.tsx'
import { PrintButton } from '#app/_ui/print-button.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import { DomainError } from '#domain/errors.ts'
import { type FormKind, formKinds } from '#domain/record/month-record.ts'
import { readPaper, type ShownPaper } from '#server/data/papers.ts'

type Props = PageProps<'/papers/[record]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { paper, branch } = await shown(props)
  return { title: `${paper.name} · ${branch.name}` }
}

/** `?form=plan`, `assignments` or `tasks`: the record's paper as it prints, and its files. */
export default async function PaperPage(props: Props) {
  const [{ paper, qr, branch, month, version }, { record }, kind] = await Promise.all([
    shown(props),
    props.params,
    formOf(props),
  ])
  const [t, language] = await Promise.all([getTranslations('paper'), getLocale()])
  return (
    <div className="min-h-dvh bg-sunken print:bg-white">
      <header className="flex flex-wrap items-center gap-3 border-line border-b bg-canvas px-4 py-3 print:hidden">
        <Link className={buttonLook('quiet', 'sm')} href={`/${branch.id}/${month}`}>
          <ArrowLeft aria-hidden="true" />
          {t('back')}
        </Link>
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <h1 className="text-lg">{`${branch.name}, ${formatMonth(month, language, 'inside')}`}</h1>
          <p className="text-ink-2 text-sm">{t('version', { version })}</p>
        </div>
        <nav aria-label={t('forms')} className="flex flex-wrap gap-1 max-sm:gap-0.5">
          {formKinds.map((each) => (
            <a
              aria-current={each === kind ? 'page' : undefined}
              className={`${buttonLook(each === kind ? 'secondary' : 'quiet', 'sm')} max-sm:px-1.5`}
              href={`/papers/${record}?form=${each}`}
              key={each}
            >
              {t(`form.${each}`)}
            </a>
          ))}
        </nav>
        <div className="flex flex-wrap gap-1">
          {(['pdf', 'docx', 'xlsx'] as const).map((ending) => (
            <a
              className={buttonLook('secondary', 'sm')}
              href={`/api/papers/${record}/${kind}.${ending}`}
              key={ending}
            >
              {t(`file.${ending}`)}
            </a>
          ))}
          <PrintButton label={t('print')} size="sm" />
        </div>
      </header>
      <main className="mx-auto max-w-300 p-4 print:max-w-none print:p-0" id="content">
        <PaperSheets paper={paper} qr={qr} />
      </main>
    </div>
  )
}

async function formOf({ searchParams }: Props): Promise<FormKind> {
  const { form } = await searchParams
  return formKinds.find((kind) => kind === form) ?? 'plan'
}

/** A record that there is not and one that this person may not see look the same. */
async function shown(props: Props): Promise<ShownPaper> {
  const [{ record }, kind] = await Promise.all([props.params, formOf(props)])
  return readOnce(record, kind)
}

const readOnce = cache(async (record: string, kind: FormKind): Promise<ShownPaper> => {
  try {
    return await readPaper(record, kind)
  } catch (error) {
    if (error instanceof DomainError) notFound()
    throw error
  }
})
