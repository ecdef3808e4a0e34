import { useTranslations } from 'next-intl'
import { usePlanSession } from '../_session/plan-session.tsx'
import { AssignDrag } from './assign-drag.tsx'
import { useBoard } from './board-view-context.ts'
import { CoverageBars } from './coverage-bars.tsx'
import { DragGhost } from './drag-ghost.tsx'
import { GroupsPane } from './groups-pane.tsx'
import { IdentityBar } from './identity-bar.tsx'
import { LateBeforeLine } from './late-before-line.tsx'
import { MembersRail } from './members-rail.tsx'
import { NeedsStrip } from './needs-strip.tsx'
import { ReadOnlyBanner } from './read-only-banner.tsx'
import type { BoardDesk } from './use-board-desk.ts'
import { useBoardDrag } from './use-board-drag.ts'
import { type BoardFilter, orderOfCards, passesFilter } from './use-board-filter.ts'
import { useFrozenOrder } from './use-frozen-order.ts'
import { useGoTo } from './use-go-to.ts'
import { useRemoteDrags } from './use-remote-drags.ts'

interface WideBoardProps {
  desk: BoardDesk
  filter: BoardFilter
  canEdit: boolean
}

/** The board on a table: everything of a branch on one screen, the panels scroll inside. */
export function WideBoard({ desk, filter, canEdit }: WideBoardProps) {
  const t = useTranslations('board.drag')
  const view = useBoard()
  const { status } = usePlanSession()
  const remotes = useRemoteDrags()
  const { carried, events } = useBoardDrag(view, desk)
  const { flash, goTo } = useGoTo(filter)
  const isHeld = carried !== null || desk.picked !== null
  const order = useFrozenOrder(orderOfCards(view, filter.order), isHeld)
  const shown = order.filter((key) => {
    const card = view.cards.get(key)
    return card !== undefined && passesFilter(card, filter.cardFilter)
  })
  const parts = { filter, picked: desk.picked, remotes, flash, canEdit }
  return (
    <AssignDrag
      {...events}
      carried={carried}
      instructions={t('instructions')}
      ghost={(held) => <DragGhost memberId={held.memberId} />}
    >
      <main className="flex min-h-0 flex-1 flex-col" data-fits id="content">
        <ReadOnlyBanner />
        <LateBeforeLine />
        {/* What is final has nothing left to be settled. */}
        {status !== 'finalised' && <NeedsStrip checks={view.checks} onGo={goTo} />}
        {view.roster.groups.length > 0 ? (
          <CoverageBars coverage={view.coverage} />
        ) : (
          <hr className="mt-2.5 border-line" />
        )}
        <div className="grid flex-1 grid-cols-[minmax(240px,300px)_minmax(0,1fr)] lg:min-h-0">
          <MembersRail {...parts} />
          <GroupsPane {...parts} order={shown} />
        </div>
        <IdentityBar
          identity={view.identity}
          chosen={filter.memberPlace}
          onChoose={filter.setMemberPlace}
        />
      </main>
    </AssignDrag>
  )
}
