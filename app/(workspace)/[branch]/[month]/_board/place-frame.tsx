import { ArrowLeftRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Carried, useDropSpot } from './assign-drag.tsx'
import { useBoard } from './board-view-context.ts'
import { placeKey, placeOf } from './place.ts'
import type { PlaceCard } from './place-card.ts'
import { PlaceVerdict } from './place-verdict.tsx'
import type { RemoteDrag } from './use-remote-drags.ts'

interface PlaceFrameProps {
  card: PlaceCard
  /** Held by a tap; while it is, the whole card is one button. */
  picked: Carried | null
  remote: RemoteDrag | null
  flashing: boolean
  canEdit: boolean
  children: ReactNode
}

/**
 * The edge of a card: takes what is dropped, says its verdict while something is carried, and wears a
 * colleague's colour while that colleague hangs over it. What is inside does not render again for any of it.
 */
export function PlaceFrame({ card, picked, remote, flashing, canEdit, children }: PlaceFrameProps) {
  const t = useTranslations('board')
  const { spot, isOver, carried } = useDropSpot(card.key, !canEdit)
  const held = carried ?? picked
  return (
    <li
      {...spot}
      data-place={card.key}
      className={`relative flex flex-col gap-[3px] rounded-lg py-1.5 pr-2 pl-3 ${edge(card, isOver)} ${remote ? `person-${remote.colour} outline-2 -outline-offset-1 outline-person` : ''} ${flashing ? 'flash' : ''}`}
    >
      {remote && (
        <span className="absolute -top-3 left-1 z-10 inline-flex max-w-[calc(100%-8px)] items-center gap-1 rounded-sm bg-person px-1.5 py-0.5 text-sm font-semibold leading-tight text-on-person">
          <ArrowLeftRight aria-hidden="true" className="size-[15px] flex-none" strokeWidth={1.75} />
          <span>{t('remote.moving', { name: remote.name })}</span>
        </span>
      )}
      {children}
      {(remote || (isOver && !isFrom(carried, card))) && (
        <FutureSlot
          memberId={remote?.memberId ?? carried?.memberId ?? ''}
          count={card.memberIds.length + 1}
          floats={held !== null}
        />
      )}
      {held && (
        <PlaceVerdict card={card} carried={held} asButton={picked !== null && carried === null} />
      )}
    </li>
  )
}

function isFrom(carried: Carried | null, card: PlaceCard): boolean {
  return carried?.from ? placeKey(placeOf(carried.from)) === card.key : false
}

interface FutureSlotProps {
  memberId: string
  count: number
  floats: boolean
}

/** Where the member will stand. It `floats` while one carries oneself: cards must not move under the pointer. */
function FutureSlot({ memberId, count, floats }: FutureSlotProps) {
  const t = useTranslations('board')
  const row = useBoard().rows.get(memberId)
  return (
    <div
      aria-hidden="true"
      className={`flex min-h-[34px] flex-wrap items-center justify-between gap-x-2 rounded-md border-[1.5px] leading-tight border-dashed border-[var(--person,var(--color-accent))] px-2 text-sm font-semibold text-[var(--person,var(--color-accent))] ${floats ? 'pointer-events-none absolute inset-x-2 bottom-2 z-10 bg-raised' : '-ml-1'}`}
    >
      <span className="font-medium">{row?.member.name}</span>
      {t('remote.willHave', { count })}
    </div>
  )
}

const edges: Readonly<Record<PlaceCard['state'], string>> = {
  empty: 'border-[1.5px] border-dashed border-block bg-raised',
  stretched: 'border border-reason-line bg-raised shadow-card',
  over: 'border border-reason-line bg-[color-mix(in_srgb,var(--color-reason-soft)_45%,var(--color-raised))] shadow-card',
  fine: 'border border-line bg-raised shadow-card',
}

function edge(card: PlaceCard, isOver: boolean): string {
  return isOver
    ? `${edges[card.state]} outline-2 -outline-offset-1 outline-accent`
    : edges[card.state]
}
