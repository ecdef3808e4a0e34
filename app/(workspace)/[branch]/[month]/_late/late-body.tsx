import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '#app/_ui/class-names.ts'
import type { TaskFieldChange } from '#domain/history/plan-change.ts'
import type { LateChange } from '#domain/late/late-view.ts'
import { useEntryWords } from '../_history/use-entry-words.ts'
import { useFieldSides } from '../_history/use-field-sides.ts'

/** Both sides of a late change, as the plan was when it was finalised and as its author wrote it. */
export function LateBody({ change }: { change: LateChange }) {
  switch (change.kind) {
    case 'places':
      return <Places change={change} />
    case 'task':
      return <TaskFields change={change} />
    case 'prose':
      return <Prose from={change.from} to={change.to} />
    case 'words':
      return <Prose from="" to={change.text} />
    default:
      return <Nothing />
  }
}

function Places({ change }: { change: Extract<LateChange, { kind: 'places' }> }) {
  const t = useTranslations('late')
  const { place } = useEntryWords()
  const names = (targets: typeof change.from) => targets.map(place).join(', ')
  return (
    <Sides
      rows={[
        {
          name: null,
          from: names(change.from) || t('nobody'),
          to: names(change.to) || t('released'),
        },
      ]}
    />
  )
}

function TaskFields({ change }: { change: Extract<LateChange, { kind: 'task' }> }) {
  const t = useTranslations('late')
  const sides = useFieldSides()
  if (change.how === 'removed' || change.fields.length === 0) return null
  // What a new task is called stands in its heading already.
  const isSaid = ({ field }: TaskFieldChange) => change.how === 'added' && field === 'title'
  const rows = change.fields
    .filter((field) => !isSaid(field))
    .map((field) => {
      const { name, from, to } = sides(field)
      return { name, from: from || t('empty'), to: to || t('empty') }
    })
  return <Sides rows={rows} />
}

interface SideRow {
  name: string | null
  from: string
  to: string
}

/** Before and after, row by row; read out with both labels. */
function Sides({ rows }: { rows: readonly SideRow[] }) {
  const t = useTranslations('late')
  if (rows.length === 0) return null
  return (
    <dl className="mt-2 grid gap-1 rounded-md bg-accent-soft px-3 py-2">
      {rows.map(({ name, from, to }) => (
        <div
          className={classNames(
            'grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-start gap-x-2 leading-tight',
            name !== null && 'sm:grid-cols-[6.5rem_minmax(0,1fr)_auto_minmax(0,1fr)]',
          )}
          key={name ?? ''}
        >
          <dt className="text-ink-2 text-sm first-letter:uppercase empty:hidden max-sm:col-span-3 max-sm:mt-1">
            {name}
          </dt>
          <dd className="wrap-anywhere">
            <span className="block text-ink-2 text-xs">{t('before')}</span>
            {from}
          </dd>
          <ChevronRight aria-hidden="true" className="mt-3.5 size-4.5 text-accent-ink" />
          <dd className="wrap-anywhere">
            <span className="block text-ink-2 text-xs">{t('after')}</span>
            <strong className="font-semibold">{to}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Two texts beside each other, on a phone one below the other; whole, since they are there to be copied. */
function Prose({ from, to }: { from: string; to: string }) {
  const t = useTranslations('late')
  return (
    <div className="mt-2 grid gap-2 sm:grid-cols-2">
      {from === '' ? null : <Text label={t('before')} text={from} />}
      {to === '' ? (
        <Text label={t('after')} text={t('empty')} />
      ) : (
        <Text isNew label={t('after')} text={to} />
      )}
    </div>
  )
}

function Text({ label, text, isNew = false }: { label: string; text: string; isNew?: boolean }) {
  return (
    <div
      className={isNew ? 'rounded-md bg-accent-soft px-3 py-2' : 'rounded-md bg-sunken px-3 py-2'}
    >
      <p className="text-ink-2 text-xs leading-tight">{label}</p>
      <p className="wrap-anywhere max-h-80 overflow-y-auto whitespace-pre-line" lang="vi">
        {text}
      </p>
    </div>
  )
}

function Nothing() {
  const t = useTranslations('late')
  return <p className="mt-1 text-ink-2 text-sm">{t('nothingText')}</p>
}
