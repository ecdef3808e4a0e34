import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { SearchField } from '#app/_ui/search-field.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { LoadDots } from './load-dots.tsx'
import { type MemberRow, nameOf } from './member-row.ts'
import { placeName, placeOf } from './place.ts'
import { type BoardFilter, filterRows } from './use-board-filter.ts'
import { useReasonWords } from './use-reason-words.ts'

/** The members by given name; a tap opens one, where they are assigned. */
export function PhoneMembers({ filter }: { filter: BoardFilter }) {
  const t = useTranslations('board.rail')
  const shown = filterRows(useBoard().rows, filter)
  return (
    <div className="mt-3 grid gap-3">
      <SearchField label={t('search')} value={filter.search} onChange={filter.setSearch} />
      {filter.memberPlace && (
        <p className="flex items-center justify-between gap-2 text-ink-2">
          {t('only', { place: t(`place.${filter.memberPlace}`) })}
          <Button kind="quiet" onClick={() => filter.setMemberPlace(null)}>
            {t('showAll')}
          </Button>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="text-ink-2">{t('nobody')}</p>
      ) : (
        <ul className="rounded-lg border border-line bg-raised">
          {shown.map((row) => (
            <PhoneMember key={row.member.id} row={row} />
          ))}
        </ul>
      )}
    </div>
  )
}

function PhoneMember({ row }: { row: MemberRow }) {
  const t = useTranslations('board.rail')
  const verbs = useBoardVerbs()
  const { roster } = useBoard()
  const reason = useReasonWords()(row)
  const places = row.targets.map((target) => placeName(roster, placeOf(target))).join(', ')
  return (
    <li data-member={row.member.id} className="not-last:border-b border-line">
      <button
        type="button"
        onClick={() => verbs.openMember(row.member.id)}
        className="flex min-h-11 w-full items-center gap-3 px-4 py-2.5 text-left"
      >
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="font-medium">{nameOf(row)}</span>
          {places !== '' && <span className="text-sm text-ink-2">{places}</span>}
          {reason && <span className="text-sm text-ink-2">{reason}</span>}
          {row.place === 'noReason' && (
            <span className="text-sm font-semibold text-block">{t('section.noReason')}</span>
          )}
        </span>
        {!row.member.field && <LoadDots held={row.groups} max={row.most} />}
        <ChevronRight aria-hidden="true" className="size-5 flex-none text-ink-3" />
      </button>
    </li>
  )
}
