import type { FormKind } from '../record/month-record.ts'
import { assignments1 } from './assignments-1.ts'
import type { Paper } from './paper.ts'
import type { PaperSource, RecordProof } from './paper-source.ts'
import { plan1 } from './plan-1.ts'
import { tasks1 } from './tasks-1.ts'

type Form = (source: PaperSource, proof: RecordProof | null) => Paper

/**
 * Every version of every form that ever printed a record. What is here is never changed, so that an old record prints as
 * it did: when rules change, a new file beside it and a new line here.
 */
const forms: ReadonlyMap<string, Form> = new Map([
  ['plan-1', plan1],
  ['assignments-1', assignments1],
  ['tasks-1', tasks1],
])

/** What a month that is finalised now is printed by. */
export const currentForms: Readonly<Record<FormKind, string>> = {
  plan: 'plan-1',
  assignments: 'assignments-1',
  tasks: 'tasks-1',
}

/** The paper of one form, `plan-1`. Throws for a form that there never was. Without a proof it is a draft's. */
export function makePaper(source: PaperSource, form: string, proof: RecordProof | null): Paper {
  const make = forms.get(form)
  if (make === undefined) throw new Error(`papers: there is no form ${form}`)
  return make(source, proof)
}
