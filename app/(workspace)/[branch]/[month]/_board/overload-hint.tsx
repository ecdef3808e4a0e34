import { ArrowLeftRight, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { suggestMember } from '#domain/suggestion.ts'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { without } from './judge.ts'
import type { MemberRow } from './member-row.ts'
import type { PlaceCard } from './place-card.ts'

interface OverloadHintProps {
  card: PlaceCard
  people: readonly MemberRow[]
  canEdit: boolean
}

/** On a card where someone carries more than agreed: the fact in words, and one way out. */
export function OverloadHint({ card, people, canEdit }: OverloadHintProps) {
  const t = useTranslations('board.card')
  const verbs = useBoardVerbs()
  const { roster, plan, rows, today } = useBoard()
  const over = people.find((row) => row.groups > row.most)
  if (!over) return null
  const leaving = over.member.id
  const suggestion = suggestMember(
    roster,
    without(plan, { memberId: leaving, from: { kind: 'group', id: card.place.id } }),
    card.place.id,
    today,
  )
  const taking =
    suggestion && suggestion.memberId !== leaving ? rows.get(suggestion.memberId) : undefined
  return (
    <>
      <p className="flex items-center gap-1.5 pt-1 text-sm font-semibold leading-tight text-reason">
        <TriangleAlert aria-hidden="true" className="size-[15px] flex-none" strokeWidth={1.75} />
        {t('over', { held: over.groups, max: over.most })}
      </p>
      {canEdit && taking && (
        <Button
          size="sm"
          icon={<ArrowLeftRight aria-hidden="true" strokeWidth={1.75} />}
          className="mt-1 -ml-1 !justify-start"
          onClick={() => verbs.replace(leaving, taking.member.id, card.place.id)}
        >
          <span className="truncate">{t('handOver', { name: taking.member.name })}</span>
        </Button>
      )}
    </>
  )
}
