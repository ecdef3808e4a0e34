import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { loadOf, mostGroups } from '#domain/load-of.ts'
import type { MemberView } from '#domain/roster-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'

/** What a swap would do to the board's needs, in one sentence: the bad news before the good. */
export function SwapEffect({ from, to }: { from: MemberView | null; to: MemberView }) {
  const t = useTranslations('advice.effect')
  const { roster } = usePlanSession()
  const view = usePlanView()
  const load = (member: MemberView) => loadOf(roster, view, member.id).groups
  const willHold = load(to) + 1
  if (willHold > mostGroups(to)) {
    return (
      <Sentence level="reason">
        {t('tooMuch', { name: to.name, held: willHold, most: mostGroups(to) })}
      </Sentence>
    )
  }
  if (from === null) return <Sentence level="done">{t('somebody')}</Sentence>
  const isOver = load(from) > mostGroups(from)
  if (!isOver || load(from) - 1 > mostGroups(from)) return null
  return <Sentence level="done">{t('noLongerOver', { name: from.name })}</Sentence>
}

function Sentence({ level, children }: { level: 'reason' | 'done'; children: string }) {
  return (
    <p className="flex items-start gap-1.5 text-sm leading-tight">
      <NoticeIcon className="mt-px" level={level} size="sm" />
      {children}
    </p>
  )
}
