import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import type { MemberRow } from './member-row.ts'
import { placeKey, placeOf } from './place.ts'
import type { PlaceCard } from './place-card.ts'

interface MissingMemberProps {
  card: PlaceCard
  known: readonly MemberRow[]
  canEdit: boolean
}

/** Someone whom the plan names and the roster no longer knows: said, and taken out by hand. */
export function MissingMember({ card, known, canEdit }: MissingMemberProps) {
  const t = useTranslations('board.card')
  const verbs = useBoardVerbs()
  const { plan } = useBoard()
  const gone = plan.assignments.filter(
    ({ memberId, target }) =>
      placeKey(placeOf(target)) === card.key && !known.some((row) => row.member.id === memberId),
  )
  return gone.map(({ memberId, target }) => (
    <p key={memberId} className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
      {t('left')}
      {canEdit && (
        <Button size="sm" kind="quiet" onClick={() => verbs.takeOut(memberId, target)}>
          {t('takeOut')}
        </Button>
      )}
    </p>
  ))
}
