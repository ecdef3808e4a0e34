import { OctagonMinus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { coverage } from '#domain/coverage.ts'
import type { PlanView } from '#domain/plan-view.ts'
import { type MemberRow, nameOf, readMemberRows } from '../_board/member-row.ts'
import { cardTitle, type PlaceCard, readPlaceCards } from '../_board/place-card.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'

/** Who looked after whom then, a small card for each place; where it is another today, that too. */
export function PastBoard({ view }: { view: PlanView }) {
  const t = useTranslations('history.then')
  const locale = useLocale()
  const { roster } = usePlanSession()
  // Reasons of that day are not kept; places need none.
  const rows = readMemberRows(roster, view, '')
  const cards = readPlaceCards(roster, view, rows)
  const today = new Map(
    readPlaceCards(roster, usePlanView(), rows).map(({ key, memberIds }) => [key, memberIds]),
  )
  const { groups, households } = coverage(roster, view)
  const different = cards.filter((card) => isDifferent(card, today)).length
  const names = (ids: readonly string[]) => namesOf(ids, rows).join(', ') || t('nobody')
  return (
    <section aria-label={t('board')}>
      <h2 className="font-semibold text-lg">{t('board')}</h2>
      <p className="num mb-2 text-ink-2 text-sm">
        {t('figures', {
          covered: groups.done,
          groups: groups.all,
          households: households.done,
          all: households.all,
        })}
        {' · '}
        {different === 0 ? t('same') : t('different', { count: different })}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-2">
        {cards.map((card) => (
          <PastCard
            card={card}
            key={card.key}
            names={namesOf(card.memberIds, rows)}
            now={isDifferent(card, today) ? names(today.get(card.key) ?? []) : null}
            title={cardTitle(card, roster, locale)}
          />
        ))}
      </ul>
    </section>
  )
}

interface PastCardProps {
  card: PlaceCard
  title: string
  names: readonly string[]
  now: string | null
}

function PastCard({ card, title, names, now }: PastCardProps) {
  const t = useTranslations('history.then')
  const isEmpty = card.state === 'empty'
  return (
    <li
      className={`rounded-lg border bg-raised px-2.5 py-1.5 ${isEmpty ? 'border-block border-dashed' : 'border-line'}`}
      data-past-place={card.key}
    >
      <h3 className="font-semibold text-md leading-tight">{title}</h3>
      {names.map((name) => (
        <p className="leading-snug" key={name}>
          {name}
        </p>
      ))}
      {isEmpty ? (
        <p className="flex items-center gap-1.5 font-semibold text-block text-sm">
          <OctagonMinus aria-hidden="true" className="size-3.75" strokeWidth={1.75} />
          {t('nobody')}
        </p>
      ) : null}
      {now === null ? null : (
        <p className="mt-0.5 text-ink-3 text-sm">{t('now', { names: now })}</p>
      )}
    </li>
  )
}

function namesOf(ids: readonly string[], rows: readonly MemberRow[]): string[] {
  return ids.flatMap((id) => {
    const row = rows.find(({ member }) => member.id === id)
    return row ? nameOf(row) : []
  })
}

function isDifferent(card: PlaceCard, today: ReadonlyMap<string, readonly string[]>): boolean {
  return card.memberIds.join() !== (today.get(card.key) ?? []).join()
}
