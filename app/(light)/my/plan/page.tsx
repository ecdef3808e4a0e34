import { redirect } from 'next/navigation'
import { readMe, readMyMonths, readMyPlans } from '#server/data/my-plans.ts'
import { chosenMonth } from '../../_parts/chosen-month.ts'

/** The plan of one's own branch, for those who have no other. */
export default async function MyPlanPage({ searchParams }: PageProps<'/my/plan'>) {
  const [asked, months, me] = await Promise.all([searchParams, readMyMonths(), readMe()])
  const month = chosenMonth(asked['month'], months)
  const plans = await readMyPlans(month)
  const own = plans.find(({ roster }) => roster.members.some(({ id }) => id === me.memberId))
  const plan = own ?? plans[0]
  redirect(plan ? `/my/${plan.head.branch.id}/${month}` : '/my')
}
