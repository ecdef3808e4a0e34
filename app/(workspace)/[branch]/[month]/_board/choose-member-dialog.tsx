import { useTranslations } from 'next-intl'
import type { PickerOption } from '#app/_ui/picker-option.tsx'
import { useBoard } from './board-view-context.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import { judge } from './judge.ts'
import { LoadDots } from './load-dots.tsx'
import { nameOf } from './member-row.ts'
import { type Place, placeName } from './place.ts'
import { VerdictBadge } from './place-verdict.tsx'

interface ChooseMemberDialogProps {
  place: Place
  onPick: (memberId: string) => void
  onClose: () => void
}

/** "Thêm đảng viên…": everyone of the branch, those who suit first, each with the load they have. */
export function ChooseMemberDialog({ place, onPick, onClose }: ChooseMemberDialogProps) {
  const t = useTranslations('board.chooseMember')
  const { roster } = useBoard()
  return (
    <ChoiceDialog
      title={t('title', { place: placeName(roster, place) })}
      searchLabel={t('search')}
      emptyText={t('empty')}
      options={useMemberOptions(place)}
      onPick={onPick}
      onClose={onClose}
    />
  )
}

const rank = { fits: 0, otherHamlet: 1, tooMuch: 2, exempt: 3, byField: 4, already: 5 } as const

function useMemberOptions(place: Place): PickerOption[] {
  const view = useBoard()
  const words = useTranslations('words')
  return [...view.rows.values()]
    .map((row) => ({ row, ...judge(view, { memberId: row.member.id, from: null }, place) }))
    .filter(({ verdict }) => place.kind === 'group' || verdict !== 'byField')
    .toSorted((a, b) => rank[a.verdict] - rank[b.verdict] || a.row.groups - b.row.groups)
    .map(({ row, verdict }) => ({
      id: row.member.id,
      label: nameOf(row),
      words: row.member.code,
      hint: row.reason
        ? words(`reason.${row.reason}`)
        : row.member.strengths.map((strength) => words(`strength.${strength}`)).join(', '),
      end: (
        <span className="inline-flex items-center gap-2.5">
          {place.kind === 'group' && <LoadDots held={row.groups} max={row.most} />}
          <VerdictBadge verdict={verdict} load={null} />
        </span>
      ),
      disabled: verdict === 'already',
    }))
}
