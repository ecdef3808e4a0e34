import { answerJson } from '#server/data/answer-json.ts'
import { listPlans } from '#server/data/plans.ts'

/** This and next month of every branch that the person may look at; changes nothing. */
export function GET(): Promise<Response> {
  return answerJson((_, actor) => listPlans(actor))
}
