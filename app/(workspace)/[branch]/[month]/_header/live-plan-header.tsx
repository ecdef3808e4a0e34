'use client'
import { TalkButton } from '../_comments/talk-button.tsx'
import { useDesk } from '../_record/use-desk.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { SavingLine } from '../_session/saving-line.tsx'
import { PeopleHere } from './people-here.tsx'
import { PlanHeader, type PlanHeaderProps } from './plan-header.tsx'

/** The header of a plan that is open in this browser; stands inside `PlanSessionProvider`. */
export function LivePlanHeader(
  props: Omit<PlanHeaderProps, 'people' | 'saving' | 'talk' | 'late'>,
) {
  const { isOpen, status } = usePlanSession()
  const { desk } = useDesk()
  return (
    <PlanHeader
      {...props}
      people={<PeopleHere />}
      saving={<SavingLine />}
      late={desk?.lateEdits ?? 0}
      talk={<TalkButton />}
      status={isOpen ? status : props.status}
    />
  )
}
