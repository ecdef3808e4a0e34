import { readPlanHead } from '#server/data/plans.ts'
import { PlanSheet } from '../_plan/plan-sheet.tsx'

/** The month's plan. The layout opens the document; the page asks once more whether this person may look. */
export default async function PlanPage({ params }: PageProps<'/[branch]/[month]/plan'>) {
  const { branch, month } = await params
  await readPlanHead(branch, month)
  return <PlanSheet />
}
