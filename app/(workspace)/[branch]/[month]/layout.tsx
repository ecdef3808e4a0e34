import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { DomainError } from '#domain/errors.ts'
import { isMonth } from '#domain/months.ts'
import { can, type Grant } from '#domain/rights.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { mayWrite } from '#domain/wire.ts'
import { listBranches } from '#server/data/branches.ts'
import { requireActor } from '#server/data/current-actor.ts'
import { type PlanHead, readPlanHead } from '#server/data/plans.ts'
import { readRoster } from '#server/data/roster.ts'
import { rolesOf } from '../../_top/roles-of.ts'
import { TalkPanel } from './_comments/talk-panel.tsx'
import { TalkProvider } from './_comments/talk-provider.tsx'
import { LivePlanHeader } from './_header/live-plan-header.tsx'
import { PlanHeader, type PlanHeaderProps } from './_header/plan-header.tsx'
import { BehindProjector } from './_meeting/behind-projector.tsx'
import { DeskProvider } from './_record/desk-provider.tsx'
import { FrozenBanner } from './_record/frozen-banner.tsx'
import { PlanGate } from './_session/plan-gate.tsx'
import { PlanNotOpened } from './_session/plan-not-opened.tsx'
import { PlanSessionProvider } from './_session/plan-session.tsx'

interface PlanLayoutProps {
  params: Promise<{ branch: string; month: string }>
  children: ReactNode
}

/** The month of a branch: its header, and its live document around whichever page of it is open. */
export default async function PlanLayout({ params, children }: PlanLayoutProps) {
  const { branch, month } = await params
  if (!isMonth(month)) notFound()
  const { head, roster, branches, actor } = await readOrNotFound(branch, month)
  const person = {
    personId: actor.personId,
    name: actor.fullName,
    roles: [...new Set(actor.grants.map(({ role }) => role))],
  }
  const header: PlanHeaderProps = {
    branch: head.branch,
    branches: branches.map(({ id, name }) => ({ id, name })),
    month,
    status: head.status,
    person,
  }
  const { id: unitId, communeId } = head.branch
  const mayReopen = can(actor.grants, 'plan.reopen', { unitId, above: [communeId] })
  if (head.status === 'notOpened' && !mayWrite(head.right)) {
    return (
      <div className="flex min-h-dvh flex-col">
        <PlanHeader {...header} />
        <main className="grid flex-1 place-items-center" id="content">
          <PlanNotOpened month={month} />
        </main>
      </div>
    )
  }
  // Who may edit opens the month by coming: the first connection creates the plan.
  const status = head.status === 'notOpened' ? 'drafting' : head.status
  return (
    <PlanSessionProvider
      key={head.room}
      me={{ personId: person.personId, name: person.name }}
      month={month}
      right={head.right}
      room={head.room}
      roster={roster}
      status={status}
    >
      <DeskProvider branchId={head.branch.id} mayReopen={mayReopen}>
        <TalkProvider
          branchId={head.branch.id}
          memberId={actor.memberId}
          role={roleHere(actor, head)}
        >
          <div className="flex min-h-dvh flex-col lg:has-data-fits:h-dvh">
            <BehindProjector>
              <LivePlanHeader {...header} />
              <FrozenBanner />
            </BehindProjector>
            <div className="flex min-h-0 flex-1">
              <div className="flex min-h-0 min-w-0 flex-1 flex-col">
                <PlanGate>{children}</PlanGate>
              </div>
              <BehindProjector>
                <TalkPanel />
              </BehindProjector>
            </div>
          </div>
        </TalkProvider>
      </DeskProvider>
    </PlanSessionProvider>
  )
}

/** The strongest of one's roles in the branch, or the office's above it. */
function roleHere({ grants }: { grants: readonly Grant[] }, { branch }: PlanHead): RoleName | null {
  return rolesOf(grants, branch.id)[0] ?? rolesOf(grants, branch.communeId)[0] ?? null
}

/** A branch that does not exist and one that this person may not see look the same. */
async function readOrNotFound(branchId: string, month: string) {
  const actor = await requireActor()
  try {
    const [head, roster, branches] = await Promise.all([
      readPlanHead(branchId, month),
      readRoster(branchId),
      listBranches(),
    ])
    return { head, roster, branches, actor }
  } catch (error) {
    if (error instanceof DomainError) notFound()
    throw error
  }
}
