import type { AdviceAct } from '#domain/advice/advice-act.ts'

type WithoutAddress<Act> = Act extends AdviceAct
  ? Omit<Act, 'id' | 'branchId' | 'month'> & { id?: string }
  : never

/** An act as a screen gives it: its id and its plan are added by the store. */
export type ActDraft = WithoutAddress<AdviceAct>
