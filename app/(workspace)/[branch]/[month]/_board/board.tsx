'use client'
import { HeaderActions } from '../_header/header-actions.tsx'
import { UndoButtons } from '../_header/undo-buttons.tsx'
import { useCheckFacts } from '../_record/use-check-facts.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { BoardDialogs } from './board-dialogs.tsx'
import { BoardVerbsProvider } from './board-verbs.tsx'
import { BoardViewProvider } from './board-view-context.ts'
import { PhoneBoard } from './phone-board.tsx'
import { useBoardDesk } from './use-board-desk.ts'
import { useBoardFilter } from './use-board-filter.ts'
import { useBoardView } from './use-board-view.ts'
import { useContestedToasts } from './use-contested-toasts.ts'
import { useNarrow } from './use-narrow.ts'
import { WideBoard } from './wide-board.tsx'
import './board.css'

/** Who looks after which households this month, live. `today` is the day in Vietnam, yyyy-mm-dd. */
export function Board({ today }: { today: string }) {
  const { roster, canEdit } = usePlanSession()
  const view = useBoardView(roster, usePlanView(), useCheckFacts(), today)
  const desk = useBoardDesk(view)
  const filter = useBoardFilter()
  const isNarrow = useNarrow()
  useContestedToasts(view)
  return (
    <BoardViewProvider value={view}>
      <BoardVerbsProvider value={desk.verbs}>
        {canEdit && (
          <HeaderActions>
            <UndoButtons />
          </HeaderActions>
        )}
        {isNarrow ? (
          <PhoneBoard filter={filter} />
        ) : (
          <WideBoard desk={desk} filter={filter} canEdit={canEdit} />
        )}
        {desk.dialog && <BoardDialogs dialog={desk.dialog} desk={desk} />}
      </BoardVerbsProvider>
    </BoardViewProvider>
  )
}
