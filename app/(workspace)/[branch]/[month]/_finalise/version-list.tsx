import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonLook } from '#app/_ui/button.tsx'
import { formKinds } from '#domain/record/month-record.ts'
import type { RecordHead } from '#domain/record/record-desk.ts'
import { useWhenWords } from '../_record/use-when-words.ts'

/** Every version of the month that was final, the newest first, each with its papers and why it was opened again. */
export function VersionList({ records }: { records: readonly RecordHead[] }) {
  const t = useTranslations('record.version')
  return (
    <section aria-labelledby="versions">
      <h2 className="mb-2 text-lg" id="versions">
        {t('title', { count: records.length })}
      </h2>
      <ol className="grid gap-3">
        {records.map((record, index) => (
          <Version isNewest={index === 0} key={record.id} record={record} />
        ))}
      </ol>
    </section>
  )
}

function Version({ record, isNewest }: { record: RecordHead; isNewest: boolean }) {
  const t = useTranslations('record.version')
  const role = useTranslations('words.role')
  const when = useWhenWords()
  const { by, reopened } = record
  return (
    <li className="grid gap-2.5 rounded-lg border border-line bg-raised p-4 shadow-card">
      <div>
        <h3 className="text-base">{t('number', { version: record.version })}</h3>
        <p className="text-ink-2 text-sm">
          {t('by', { when: when(record.at), name: by.name })}
          {by.office ? `, ${role(by.office)}` : null}
        </p>
        <p className="text-ink-3 text-sm">
          {t('code')} <span className="num text-ink-2">{record.code}</span>
        </p>
      </div>
      <Papers isNewest={isNewest} record={record} />
      {reopened ? (
        <p className="rounded-md bg-note-soft px-3 py-2 text-sm">
          {t('reopened', { name: reopened.by.name, when: when(reopened.at) })}{' '}
          <span className="text-ink-2">“{reopened.reason}”</span>
        </p>
      ) : null}
    </li>
  )
}

const endings = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
] as const

function Papers({ record, isNewest }: { record: RecordHead; isNewest: boolean }) {
  const t = useTranslations('record.paper')
  return (
    <ul className="grid gap-1">
      {formKinds.map((form) => (
        <li className="flex flex-wrap items-center gap-x-2 gap-y-1" key={form}>
          <span className="min-w-60 flex-1">{t(form)}</span>
          <a
            className={buttonLook(isNewest && form === 'plan' ? 'primary' : 'secondary', 'sm')}
            href={`/papers/${record.id}?form=${form}`}
          >
            <Printer aria-hidden="true" /> {t('open')}
          </a>
          {endings.map(([ending, name]) => (
            <a
              aria-label={`${t(form)}, ${name}`}
              className={buttonLook('secondary', 'sm')}
              href={`/api/papers/${record.id}/${form}.${ending}`}
              key={ending}
            >
              {name}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}
