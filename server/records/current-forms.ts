import type { FormKind } from '#domain/record/month-record.ts'

/** Which version of each form prints what is finalised now. */
export const currentForms: Readonly<Record<FormKind, string>> = {
  plan: 'plan-1',
  assignments: 'assignments-1',
  tasks: 'tasks-1',
}
