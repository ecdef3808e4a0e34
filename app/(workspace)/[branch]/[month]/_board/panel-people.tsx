import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { LoadDots } from './load-dots.tsx'
import { nameOf } from './member-row.ts'
import { placeKey, placeOf } from './place.ts'
import type { PlaceCard } from './place-card.ts'

/** Who is in charge of the place, each with the two things that can be done about it. */
export function PanelPeople({ card, canEdit }: { card: PlaceCard; canEdit: boolean }) {
  const t = useTranslations('board.panel')
  const verbs = useBoardVerbs()
  const { rows } = useBoard()
  const people = card.memberIds.flatMap((id) => rows.get(id) ?? [])
  if (people.length === 0) return <p className="text-ink-2">{t('nobody')}</p>
  return (
    <ul className="rounded-lg border border-line bg-raised">
      {people.map((row) => {
        const target = row.targets.find((each) => placeKey(placeOf(each)) === card.key)
        return (
          <li
            key={row.member.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-1.5 not-last:border-b border-line"
          >
            <span className="min-w-0 flex-1 font-medium whitespace-nowrap">{nameOf(row)}</span>
            {card.group && <LoadDots held={row.groups} max={row.most} />}
            {canEdit && target && (
              <span className="flex gap-0.5">
                <Button
                  size="sm"
                  kind="quiet"
                  aria-label={t('moveName', { name: nameOf(row) })}
                  onClick={() => verbs.choosePlace({ memberId: row.member.id, from: target })}
                >
                  {t('move')}
                </Button>
                <Button
                  size="sm"
                  kind="quiet"
                  aria-label={t('takeOutName', { name: nameOf(row) })}
                  onClick={() => verbs.takeOut(row.member.id, target)}
                >
                  {t('takeOut')}
                </Button>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
