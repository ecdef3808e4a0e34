import type { PlanChange, TaskFieldChange } from '../history/plan-change.ts'

type Reversible = Extract<PlanChange, { kind: 'places' | 'task' }>

/** The change that takes this one back. */
export function inverseChange(change: Reversible): Reversible {
  if (change.kind === 'places') return { ...change, from: change.to, to: change.from }
  return { ...change, how: inverseHow[change.how], fields: change.fields.map(inverseField) }
}

const inverseHow = {
  added: 'removed',
  removed: 'restored',
  restored: 'removed',
  edited: 'edited',
  moved: 'moved',
} as const

function inverseField(change: TaskFieldChange): TaskFieldChange {
  // Both sides have one type in each kind of field.
  return { ...change, from: change.to, to: change.from } as TaskFieldChange
}
