import { useLocale, useTranslations } from 'next-intl'
import type { BranchMonth, BranchState } from '#domain/record/commune-month.ts'
import { stateIcons } from '../_branches/state-look.ts'

const order = ['finalised', 'circulating', 'reopened', 'drafting', 'notOpened'] as const

const looks: Record<BranchState, string> = {
  finalised: 'bg-accent',
  circulating:
    'border-[1.5px] border-note bg-[linear-gradient(to_top,var(--color-note)_50%,transparent_50%)]',
  reopened: 'border-[1.5px] border-dashed border-accent',
  drafting: 'border-[1.5px] border-dashed border-ink-2',
  notOpened: 'border-[1.5px] border-dotted border-line-strong',
}

/** More marks than these cannot be told apart. */
const mostMarks = 32

/** How many branches stand where: one mark each, or of a large commune one for each state, as long as its share. */
export function StatesTile({ branches }: { branches: readonly BranchMonth[] }) {
  const t = useTranslations('commune')
  const words = useTranslations('words.planStatus')
  const language = useLocale()
  const counts = order.map(
    (state) => [state, branches.filter((branch) => branch.state === state).length] as const,
  )
  return (
    <div className="grid content-between gap-1 rounded-lg border border-line bg-raised px-3.5 pt-1.75 pb-2.5 max-sm:col-span-2">
      <span className="text-ink-2 text-sm">{t('branches', { count: branches.length })}</span>
      <span aria-hidden="true" className="flex gap-0.75">
        {marksOf(counts).map(({ state, share, key }) => (
          <i
            className={`h-3.5 min-w-0 basis-0 rounded-[3px] ${looks[state]}`}
            key={key}
            style={{ flexGrow: share }}
          />
        ))}
      </span>
      <span className="flex flex-wrap gap-x-3.5 gap-y-0.5 text-ink-2 text-sm">
        {counts.map(([state, count]) => {
          const Icon = stateIcons[state]
          if (count === 0 && (state === 'reopened' || state === 'circulating')) return null
          return (
            <span className="inline-flex items-center gap-1 whitespace-nowrap" key={state}>
              <Icon aria-hidden="true" className="size-3.5" />
              <b className="num font-semibold text-ink">{count}</b>{' '}
              {words(state).toLocaleLowerCase(language)}
            </span>
          )
        })}
      </span>
    </div>
  )
}

function marksOf(counts: readonly (readonly [BranchState, number])[]) {
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  return counts
    .filter(([, count]) => count > 0)
    .flatMap(([state, count]) =>
      all > mostMarks
        ? [{ state, share: count, key: state }]
        : Array.from({ length: count }, (_, at) => ({ state, share: 1, key: `${state} ${at}` })),
    )
}
