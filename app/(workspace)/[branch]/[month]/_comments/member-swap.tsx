import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { loadOf, mostGroups } from '#domain/load-of.ts'
import type { MemberView } from '#domain/roster-view.ts'
import { LoadDots } from '../_board/load-dots.tsx'
import { placeName } from '../_board/place.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { BeforeAfter } from './before-after.tsx'
import { SwapEffect } from './swap-effect.tsx'

interface MemberSwapProps {
  change: Extract<ProposedChange, { kind: 'changeMember' }>
  isOpen: boolean
}

/** Who leaves a group and who takes it over, with what each would hold, and the effect in a sentence. */
export function MemberSwap({ change, isOpen }: MemberSwapProps) {
  const t = useTranslations('advice.change')
  const { roster } = usePlanSession()
  const memberOf = (id: string | null) => roster.members.find((member) => member.id === id) ?? null
  const [from, to] = [memberOf(change.from), memberOf(change.to)]
  const group = placeName(roster, { kind: 'group', id: change.groupId })
  const named = (member: MemberView | null) => member?.name ?? t('goneMember')
  return (
    <>
      <BeforeAfter
        after={
          <>
            {named(to)}
            {isOpen && to && <LoadChange by={1} member={to} />}
          </>
        }
        afterLabel={t('takes', { group })}
        before={
          change.from === null ? (
            <span className="font-medium text-ink-2">{t('nobody')}</span>
          ) : (
            <>
              {named(from)}
              {isOpen && from && <LoadChange by={-1} member={from} />}
            </>
          )
        }
        beforeLabel={t('leaves')}
      />
      {isOpen && to && <SwapEffect from={from} to={to} />}
    </>
  )
}

function LoadChange({ member, by }: { member: MemberView; by: 1 | -1 }) {
  const { roster } = usePlanSession()
  const held = loadOf(roster, usePlanView(), member.id).groups
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5 font-normal">
      <LoadDots held={held} max={mostGroups(member)} />
      <ArrowRight aria-hidden="true" className="size-3.5 text-ink-2" />
      <LoadDots held={Math.max(0, held + by)} max={mostGroups(member)} />
    </span>
  )
}
