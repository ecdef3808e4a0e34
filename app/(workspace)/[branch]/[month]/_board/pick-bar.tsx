import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import type { Carried } from './assign-drag.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { nameOf } from './member-row.ts'
import { placeName, placeOf } from './place.ts'

/** A member is held by a tap: says so, what comes next, and the ways out. */
export function PickBar({ picked }: { picked: Carried }) {
  const t = useTranslations('board.tap')
  const verbs = useBoardVerbs()
  const { rows, roster } = useBoard()
  const row = rows.get(picked.memberId)
  if (!row) return null
  const { from } = picked
  const name = nameOf(row)
  const place = from ? placeName(roster, placeOf(from)) : ''
  const to = row.member.field ? 'hamlet' : 'group'
  return (
    <div
      role="status"
      className="flex min-h-[46px] flex-wrap items-center gap-x-2 gap-y-1 bg-accent-soft px-4 py-1 text-accent-ink"
    >
      <Hand aria-hidden="true" className="size-4.5 flex-none" strokeWidth={1.75} />
      <p className="mr-auto text-sm">
        {t.rich(from ? 'holdingFrom' : 'holding', {
          name,
          place,
          to,
          b: (chunks) => <b>{chunks}</b>,
        })}
      </p>
      {from && (
        <Button size="sm" onClick={() => verbs.takeOut(picked.memberId, from)}>
          {t('takeOut', { place })}
        </Button>
      )}
      <Button size="sm" onClick={() => verbs.choosePlace(picked)}>
        {t('fromList')}
      </Button>
      <Button size="sm" kind="quiet" onClick={() => verbs.giveReason(picked.memberId)}>
        {t('giveReason')}
      </Button>
      <Button size="sm" kind="quiet" onClick={() => verbs.pick(null)}>
        {t('letGo')}
      </Button>
    </div>
  )
}
