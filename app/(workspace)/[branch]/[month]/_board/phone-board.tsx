import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Tabs } from '#app/_ui/tabs.tsx'
import type { MemberPlace } from '#domain/identity-line.ts'
import { useSought } from '../_comments/use-sought.ts'
import { useGoToCheck } from '../_record/use-go-to-check.ts'
import { useSeen } from '../_record/use-seen.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { CoverageBars } from './coverage-bars.tsx'
import { IdentityBar } from './identity-bar.tsx'
import { LateBeforeLine } from './late-before-line.tsx'
import { PhoneGroups } from './phone-groups.tsx'
import { PhoneMembers } from './phone-members.tsx'
import { PhoneNeeds } from './phone-needs.tsx'
import { ReadOnlyBanner } from './read-only-banner.tsx'
import type { BoardFilter } from './use-board-filter.ts'

const lists = ['groups', 'members'] as const
type List = (typeof lists)[number]

/** The board in one hand: two lists and sheets; nothing is dragged. */
export function PhoneBoard({ filter }: { filter: BoardFilter }) {
  const t = useTranslations('board.phone')
  const view = useBoard()
  const { status } = usePlanSession()
  const verbs = useBoardVerbs()
  const goToCheck = useGoToCheck()
  const [list, setList] = useState<List>('groups')
  useSought(['group', 'member'], (place) => {
    if (place.kind === 'group') verbs.openPlace(place)
    if (place.kind === 'member') verbs.openMember(place.id)
  })
  useSeen(['group', 'member'], ({ kind, id }) => {
    if (kind === 'group') verbs.openPlace({ kind, id })
    else verbs.openMember(id)
  })
  const isSchool = view.roster.groups.length === 0
  const showMembersOf = (place: MemberPlace | null) => {
    filter.setMemberPlace(place)
    setList('members')
  }
  const panels = {
    groups: <PhoneGroups filter={filter} />,
    members: <PhoneMembers filter={filter} />,
  }
  const counts = { groups: view.cards.size, members: view.rows.size }
  return (
    <main id="content" className="flex flex-1 flex-col">
      <ReadOnlyBanner />
      <LateBeforeLine />
      {status !== 'finalised' && (
        <PhoneNeeds
          checks={view.checks}
          onGo={({ at }) => {
            if (at.kind === 'group') verbs.openPlace({ kind: 'group', id: at.id })
            else if (at.kind === 'member') verbs.openMember(at.id)
            else goToCheck(at)
          }}
        />
      )}
      {!isSchool && <CoverageBars coverage={view.coverage} />}
      <div className="flex-1 px-4 pt-3 pb-6">
        <Tabs
          label={t('lists')}
          value={list}
          onChange={setList}
          tabs={lists.map((value) => ({
            value,
            label: t(isSchool && value === 'groups' ? 'hamlets' : value),
            count: counts[value],
            panel: panels[value],
          }))}
        />
      </div>
      <IdentityBar identity={view.identity} chosen={filter.memberPlace} onChoose={showMembersOf} />
    </main>
  )
}
