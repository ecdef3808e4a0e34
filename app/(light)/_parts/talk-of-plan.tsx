import type { ReactNode } from 'react'
import type { AdviceNews } from '#domain/advice/advice-view.ts'
import { PlanTalk } from '../_talk/plan-talk.tsx'
import type { LightPlan, Reader } from './light-plan.ts'

/** The talk about a plan, rendered with what is known now and live from then on. */
export interface TalkOfPlanProps {
  mine: LightPlan
  me: Reader
  /** What was just read of it. */
  news: AdviceNews
  children: ReactNode
}

export function TalkOfPlan({ mine, me, news, children }: TalkOfPlanProps) {
  const { head, role } = mine
  return (
    <PlanTalk
      first={{ news, at: Date.now() }}
      hintsRoom={head.status === 'notOpened' ? undefined : head.room}
      me={{ personId: me.personId, name: me.name, role, memberId: me.memberId }}
      plan={{ branchId: head.branch.id, month: head.month }}
    >
      {children}
    </PlanTalk>
  )
}
