import type { BoardDialog } from './board-dialog.ts'
import { useBoard } from './board-view-context.ts'
import { ChooseMemberDialog } from './choose-member-dialog.tsx'
import { ChoosePlaceDialog } from './choose-place-dialog.tsx'
import { DespiteReasonDialog } from './despite-reason-dialog.tsx'
import { MemberPanel } from './member-panel.tsx'
import { placeKey, placeName } from './place.ts'
import { PlacePanel } from './place-panel.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { BoardDesk } from './use-board-desk.ts'

/** Whatever lies over the board. Places and members that meanwhile left the roster close what shows them. */
export function BoardDialogs({ dialog, desk }: { dialog: BoardDialog; desk: BoardDesk }) {
  const { rows, cards, roster } = useBoard()
  const { close, verbs } = desk
  switch (dialog.kind) {
    case 'choosePlace': {
      const row = rows.get(dialog.carried.memberId)
      if (!row) return null
      const onPick = (place: Parameters<typeof verbs.put>[1]) => {
        close()
        verbs.put(dialog.carried, place)
      }
      return <ChoosePlaceDialog {...dialog} row={row} onPick={onPick} onClose={close} />
    }
    case 'chooseMember': {
      const onPick = (memberId: string) => {
        close()
        verbs.put({ memberId, from: null }, dialog.place)
      }
      return <ChooseMemberDialog place={dialog.place} onPick={onPick} onClose={close} />
    }
    case 'despiteReason': {
      const row = rows.get(dialog.carried.memberId)
      if (!row) return null
      const name = placeName(roster, dialog.place)
      const onAssign = (ends: boolean) => desk.assignDespite(dialog, ends)
      return <DespiteReasonDialog row={row} placeName={name} onAssign={onAssign} onClose={close} />
    }
    case 'reason': {
      const row = rows.get(dialog.memberId)
      return row ? <ReasonDialog row={row} preset={dialog.preset} onClose={close} /> : null
    }
    case 'place': {
      const card = cards.get(placeKey(dialog.place))
      return card ? <PlacePanel card={card} onClose={close} /> : null
    }
    case 'member': {
      const row = rows.get(dialog.memberId)
      return row ? <MemberPanel row={row} onClose={close} /> : null
    }
  }
}
