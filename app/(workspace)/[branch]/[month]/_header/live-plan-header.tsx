'use client'
import { usePathname } from 'next/navigation'
import { TalkButton } from '../_comments/talk-button.tsx'
import { FinaliseHeader } from '../_finalise/finalise-header.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { SavingLine } from '../_session/saving-line.tsx'
import { FinaliseLink } from './finalise-link.tsx'
import { PeopleHere } from './people-here.tsx'
import { PlanHeader, type PlanHeaderProps } from './plan-header.tsx'
import { StateMenu } from './state-menu.tsx'

/** The header of a plan that is open in this browser; stands inside `PlanSessionProvider`. */
export function LivePlanHeader(
  props: Omit<PlanHeaderProps, 'people' | 'saving' | 'talk' | 'waiting' | 'finalise' | 'stateChip'>,
) {
  const { isOpen, status } = usePlanSession()
  const { desk } = useDesk()
  const isFinalising = usePathname().endsWith('/finalise')
  if (isFinalising) return <FinaliseHeader />
  const state = desk?.status ?? (isOpen ? status : props.status)
  return (
    <PlanHeader
      {...props}
      people={<PeopleHere />}
      saving={<SavingLine />}
      waiting={{ late: desk?.lateEdits ?? 0, lateBefore: desk?.lateBefore ?? null }}
      talk={<TalkButton />}
      finalise={<FinaliseLink />}
      stateChip={<StateMenu state={state} />}
      status={state}
    />
  )
}
