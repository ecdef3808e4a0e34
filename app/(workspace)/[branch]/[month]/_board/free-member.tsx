import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import type { MemberRow } from './member-row.ts'

/** Below a member whom nobody gave anything to do: what they are good at, and the two ways out. */
export function FreeMemberActions({ row }: { row: MemberRow }) {
  const t = useTranslations('board')
  const words = useTranslations('words')
  const verbs = useBoardVerbs()
  const { member } = row
  return (
    <div className="pb-1.5 pl-6">
      {member.strengths.length > 0 && (
        <p className="pr-2 pb-1 text-sm text-ink-2">
          {member.strengths.map((strength) => words(`strength.${strength}`)).join(', ')}
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        <Button size="sm" onClick={() => verbs.choosePlace({ memberId: member.id, from: null })}>
          {t('verbs.assignTo')}
        </Button>
        <Button size="sm" kind="quiet" onClick={() => verbs.giveReason(member.id)}>
          {t('verbs.giveReason')}
        </Button>
      </div>
    </div>
  )
}
