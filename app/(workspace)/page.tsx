import { UserRoundX } from 'lucide-react'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { hasLightHome } from '#domain/rights.ts'
import { listBranches } from '#server/data/branches.ts'
import { requireActor } from '#server/data/current-actor.ts'
import { listPlans } from '#server/data/plans.ts'
import { BranchPanel, type BranchSummary } from './_branches/branch-panel.tsx'
import { BranchTable } from './_branches/branch-table.tsx'
import { CommuneLinks } from './_commune/commune-links.tsx'
import { rolesOf } from './_top/roles-of.ts'
import { TopBar } from './_top/top-bar.tsx'

/** Up to here branches are shown one by one; more become a table. */
const panelsUpTo = 4

/** The first page: the branches that this person has to do with, this month and the next. */
export default async function HomePage() {
  const actor = await requireActor()
  if (hasLightHome(actor.grants)) redirect('/my')
  const [branches, months] = await readBranches()
  const roles = rolesOf(actor.grants)
  const t = await getTranslations('shell.home')
  const isMany = branches.length > panelsUpTo
  return (
    <>
      <TopBar person={{ personId: actor.personId, name: actor.fullName, roles }} />
      <main
        className={`mx-auto grid gap-3 px-4 py-5 ${isMany ? 'max-w-300' : 'max-w-190'}`}
        id="content"
      >
        {branches.length === 0 ? (
          <EmptyState icon={<UserRoundX />} level={1} title={t('nobodyTitle')}>
            {t('nobodyText')}
          </EmptyState>
        ) : (
          <>
            <Heading branches={branches} title={t(titleOf(roles))}>
              <CommuneLinks grants={actor.grants} months={months} />
            </Heading>
            {isMany ? (
              <BranchTable branches={branches} months={months} />
            ) : (
              branches.map((branch, index) => (
                <BranchPanel branch={branch} isFirst={index === 0} key={branch.id} />
              ))
            )}
          </>
        )}
      </main>
    </>
  )
}

/** Branches with the state of each month, and the months in order. */
async function readBranches(): Promise<[BranchSummary[], string[]]> {
  const actor = await requireActor()
  const [cards, plans] = await Promise.all([listBranches(), listPlans(actor)])
  const months = [...new Set(plans.map(({ month }) => month))].sort()
  const branches = cards.map((card) => ({
    ...card,
    months: plans
      .filter(({ branch }) => branch === card.id)
      .map(({ month, status }) => ({ month, state: status })),
  }))
  return [branches, months]
}

function titleOf(roles: readonly string[]): 'commune' | 'followed' | 'title' {
  if (roles.includes('office')) return 'commune'
  return roles.length === 1 && roles[0] === 'cadre' ? 'followed' : 'title'
}

function Heading({
  branches,
  title,
  children,
}: {
  branches: readonly BranchSummary[]
  title: string
  children: ReactNode
}) {
  const communes = [...new Set(branches.map(({ communeName }) => communeName))].filter(Boolean)
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <h1 className="text-xl">{title}</h1>
      <p className="text-ink-2">{communes.join(', ')}</p>
      {children}
    </div>
  )
}
