import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { suggestMember } from '#domain/suggestion.ts'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { LoadDots } from './load-dots.tsx'
import type { PlaceCard } from './place-card.ts'
import { SuggestionReasonWords } from './suggestion-reason-words.tsx'

/** On a card without anybody: one proposal with its strongest reason. Nothing is written until it is taken. */
export function SuggestionHint({ card, isNext }: { card: PlaceCard; isNext: boolean }) {
  const t = useTranslations('board.card')
  const verbs = useBoardVerbs()
  const { roster, plan, rows, today } = useBoard()
  const suggestion = suggestMember(roster, plan, card.place.id, today)
  const row = suggestion ? rows.get(suggestion.memberId) : undefined
  if (!suggestion || !row) {
    return (
      <div className="-ml-1 flex">
        <Button size="sm" onClick={() => verbs.chooseMember(card.place)}>
          {t('chooseSomeone')}
        </Button>
      </div>
    )
  }
  return (
    <div className="-ml-1 rounded-md bg-accent-soft px-2 pt-[5px] pb-2 text-sm leading-tight">
      <p className="flex flex-wrap items-center gap-x-1.5">
        {t.rich('suggestion', { name: row.member.name, b: (chunks) => <b>{chunks}</b> })}
        <LoadDots held={row.groups} max={row.most} />
      </p>
      <p className="text-ink-2">
        <SuggestionReasonWords reason={suggestion.reason} />
      </p>
      <div className="mt-1.5 flex flex-wrap gap-0.5">
        <Button
          size="sm"
          className="!px-2.25"
          kind={isNext ? 'primary' : 'secondary'}
          onClick={() => verbs.put({ memberId: row.member.id, from: null }, card.place)}
        >
          {t('takeSuggestion')}
        </Button>
        <Button
          className="!px-2"
          size="sm"
          kind="quiet"
          onClick={() => verbs.chooseMember(card.place)}
        >
          {t('chooseOther')}
        </Button>
      </div>
    </div>
  )
}
