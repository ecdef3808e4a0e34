import { useTranslations } from 'next-intl'
import type { PickerOption } from '#app/_ui/picker-option.tsx'
import type { Carried } from './assign-drag.tsx'
import { useBoard } from './board-view-context.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import { judge } from './judge.ts'
import { type MemberRow, nameOf } from './member-row.ts'
import { type Place, parsePlaceKey, placeKey, placeName } from './place.ts'
import { PlaceFigures } from './place-figures.tsx'
import { VerdictBadge } from './place-verdict.tsx'

interface ChoosePlaceDialogProps {
  row: MemberRow
  carried: Carried
  becauseByField: boolean
  onPick: (place: Place) => void
  onClose: () => void
}

/** "Phân công vào…": the places in the order in which they suit, each with its verdict. */
export function ChoosePlaceDialog({
  row,
  carried,
  becauseByField,
  onPick,
  onClose,
}: ChoosePlaceDialogProps) {
  const t = useTranslations('board.choosePlace')
  const words = useTranslations('words')
  const options = usePlaceOptions(row, carried)
  const field = row.member.field
  const whyAnother = (works: typeof field) =>
    works ? t('byField', { field: words(`workField.${works}`) }) : t('notByField')
  return (
    <ChoiceDialog
      title={t(carried.from ? 'moveTitle' : 'title', { name: nameOf(row) })}
      description={becauseByField ? whyAnother(field) : undefined}
      searchLabel={t(field ? 'searchHamlet' : 'search')}
      emptyText={t('empty')}
      options={options}
      onPick={(key) => {
        const place = parsePlaceKey(key)
        if (place) onPick(place)
      }}
      onClose={onClose}
    />
  )
}

const rank = { fits: 0, otherHamlet: 1, tooMuch: 2, exempt: 0, already: 3, byField: 4 } as const

function usePlaceOptions(row: MemberRow, carried: Carried): PickerOption[] {
  const view = useBoard()
  const t = useTranslations('board.choosePlace')
  const places: Place[] = row.member.field
    ? view.roster.communeHamlets.map(({ id }) => ({ kind: 'hamlet', id }))
    : view.roster.groups.map(({ id }) => ({ kind: 'group', id }))
  return places
    .map((place) => ({
      place,
      ...judge(view, carried, place),
      card: view.cards.get(placeKey(place)),
    }))
    .toSorted((a, b) => urgency(a) - urgency(b))
    .map(({ place, verdict, load, card }) => ({
      id: placeKey(place),
      label: placeName(view.roster, place),
      words: card?.memberIds.map((id) => view.rows.get(id)?.member.name ?? '').join(' '),
      hint: (
        <span className="flex flex-wrap items-center gap-x-2.5">
          {card?.group && <PlaceFigures group={card.group} />}
          {card?.state === 'empty' ? (
            <span className="font-semibold text-block">{t('nobody')}</span>
          ) : (
            card && card.memberIds.length > 0 && <span>{namesOf(card.memberIds, view.rows)}</span>
          )}
        </span>
      ),
      end: <VerdictBadge verdict={verdict} load={load} />,
      disabled: verdict === 'already',
    }))

  function urgency(option: {
    verdict: keyof typeof rank
    card: { state: string } | undefined
  }): number {
    return rank[option.verdict] * 10 + (option.card?.state === 'empty' ? 0 : 1)
  }
}

function namesOf(ids: readonly string[], rows: ReadonlyMap<string, MemberRow>): string {
  return ids.flatMap((id) => rows.get(id)?.member.name ?? []).join(', ')
}
