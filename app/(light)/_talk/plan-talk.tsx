'use client'
import { AdviceProvider, type AdviceProviderProps } from '#app/_advice/advice-provider.tsx'

/** The talk about one plan for what is inside, listened to on a socket that carries only hints. */
export function PlanTalk({ plan, ...rest }: AdviceProviderProps) {
  return <AdviceProvider {...rest} key={`${plan.branchId} ${plan.month}`} plan={plan} />
}
