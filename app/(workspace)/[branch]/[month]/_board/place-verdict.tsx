import { CircleCheck, Info, OctagonMinus, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Verdict } from '#domain/assignability.ts'
import type { Carried } from './assign-drag.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { judge } from './judge.ts'
import { nameOf } from './member-row.ts'
import type { PlaceCard } from './place-card.ts'

interface PlaceVerdictProps {
  card: PlaceCard
  carried: Carried
  /** After a tap the whole card becomes the button that puts the member there. */
  asButton: boolean
}

/** One word on a card while a member is carried or held: does this fit, and what will the load be. */
export function PlaceVerdict({ card, carried, asButton }: PlaceVerdictProps) {
  const t = useTranslations('board')
  const verbs = useBoardVerbs()
  const view = useBoard()
  const { verdict, load } = judge(view, carried, card.place)
  const row = view.rows.get(carried.memberId)
  const badge = <VerdictBadge verdict={verdict} load={load} />
  if (!asButton)
    return <span className="pointer-events-none absolute top-1.5 right-1.5 z-20">{badge}</span>
  return (
    <button
      type="button"
      onClick={() => verbs.put(carried, card.place)}
      aria-label={t('tap.putHere', {
        name: row ? nameOf(row) : '',
        place: card.name,
        verdict: t(`verdict.${verdict}`),
      })}
      className="absolute inset-0 z-20 flex items-start justify-end rounded-lg p-1.5 hover:bg-accent-soft/40"
    >
      {badge}
    </button>
  )
}

/** A verdict with its shape, its word and the load that would come of it. */
export function VerdictBadge({ verdict, load }: { verdict: Verdict; load: string | null }) {
  const t = useTranslations('board.verdict')
  const { Icon, tone } = looks[verdict]
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-sm font-semibold leading-tight whitespace-nowrap ${tone}`}
    >
      <Icon aria-hidden="true" className="size-[15px]" strokeWidth={1.75} />
      {t(verdict)}
      {load && <span className="num font-medium">{load}</span>}
    </span>
  )
}

const looks = {
  fits: { Icon: CircleCheck, tone: 'border-done bg-done-soft text-done' },
  tooMuch: { Icon: TriangleAlert, tone: 'border-reason-line bg-reason-soft text-reason' },
  otherHamlet: { Icon: Info, tone: 'border-line-strong bg-note-soft text-note' },
  already: { Icon: Info, tone: 'border-line-strong bg-raised text-ink-2' },
  exempt: { Icon: TriangleAlert, tone: 'border-reason-line bg-reason-soft text-reason' },
  byField: { Icon: OctagonMinus, tone: 'border-line-strong bg-raised text-ink-2' },
} as const
