import { OctagonMinus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { TalkCount } from '../_comments/talk-count.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import type { Carried } from './assign-drag.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import type { MemberRow } from './member-row.ts'
import { MissingMember } from './missing-member.tsx'
import { OverloadHint } from './overload-hint.tsx'
import { cardTitle, type PlaceCard } from './place-card.ts'
import { PlaceFacts } from './place-facts.tsx'
import { PlaceFrame } from './place-frame.tsx'
import { PlaceMenu } from './place-menu.tsx'
import { PlacePeople } from './place-people.tsx'
import { SuggestionHint } from './suggestion-hint.tsx'
import type { RemoteDrag } from './use-remote-drags.ts'

export interface GroupCardProps {
  card: PlaceCard
  /** The people in charge, as far as the roster still knows them. */
  people: readonly MemberRow[]
  picked: Carried | null
  remote: RemoteDrag | null
  leaving: readonly { drag: RemoteDrag; over: string }[]
  flashing: boolean
  canEdit: boolean
  /** The one filled button of the board stands on the neediest card. */
  isNext: boolean
}

/** One household group, or one hamlet that is looked after by field. */
export const GroupCard = memo(function GroupCard(props: GroupCardProps) {
  const { card, people, canEdit } = props
  return (
    <PlaceFrame
      card={card}
      picked={props.picked}
      remote={props.remote}
      flashing={props.flashing}
      canEdit={canEdit}
    >
      <CardHead card={card} canEdit={canEdit} />
      {card.group ? <PlaceFacts group={card.group} /> : <HamletFacts card={card} />}
      <PlacePeople
        card={card}
        people={people}
        picked={props.picked}
        leaving={props.leaving}
        canEdit={canEdit}
      />
      {card.memberIds.length > people.length && (
        <MissingMember card={card} known={people} canEdit={canEdit} />
      )}
      {card.state === 'empty' && <EmptyPlace {...props} />}
      {card.state === 'over' && <OverloadHint card={card} people={people} canEdit={canEdit} />}
    </PlaceFrame>
  )
})

function CardHead({ card, canEdit }: { card: PlaceCard; canEdit: boolean }) {
  const locale = useLocale()
  const { roster } = usePlanSession()
  const verbs = useBoardVerbs()
  return (
    <div className="flex min-h-[26px] items-center gap-2">
      <h3 className="min-w-0 flex-1 text-md leading-tight">
        <button
          type="button"
          onClick={() => verbs.openPlace(card.place)}
          className="max-w-full truncate rounded-sm text-left font-semibold hover:underline hover:underline-offset-3"
        >
          {cardTitle(card, roster, locale)}
        </button>
      </h3>
      {card.place.kind === 'group' && (
        <TalkCount
          className="-my-1 -mr-1"
          name={card.name}
          place={{ kind: 'group', id: card.place.id }}
        />
      )}
      <PlaceMenu card={card} canEdit={canEdit} />
    </div>
  )
}

function HamletFacts({ card }: { card: PlaceCard }) {
  const t = useTranslations('board.card')
  return (
    <p className="mb-1 text-sm leading-tight text-ink-2">
      {card.memberIds.length === 0 ? t('nobodyByField') : t('byField')}
    </p>
  )
}

function EmptyPlace({ card, canEdit, isNext }: GroupCardProps) {
  const t = useTranslations('board.card')
  return (
    <>
      <p className="flex items-center gap-1.5 pt-px pb-[3px] text-sm font-semibold leading-tight text-block">
        <OctagonMinus aria-hidden="true" className="size-[15px]" strokeWidth={1.75} />
        {t('nobody')}
      </p>
      {canEdit && <SuggestionHint card={card} isNext={isNext} />}
    </>
  )
}
