import type { Carried } from './assign-drag.tsx'
import { MemberChip } from './member-chip.tsx'
import type { MemberRow } from './member-row.ts'
import { placeKey, placeOf } from './place.ts'
import type { PlaceCard } from './place-card.ts'
import type { RemoteDrag } from './use-remote-drags.ts'

interface PlacePeopleProps {
  card: PlaceCard
  people: readonly MemberRow[]
  picked: Carried | null
  leaving: readonly { drag: RemoteDrag; over: string }[]
  canEdit: boolean
}

/** The chips of a card. */
export function PlacePeople({ card, people, picked, leaving, canEdit }: PlacePeopleProps) {
  if (people.length === 0) return null
  return (
    <ul className="flex flex-col gap-[5px]">
      {people.map((row) => {
        const target = row.targets.find((each) => placeKey(placeOf(each)) === card.key)
        if (!target) return null
        const isPicked = picked?.memberId === row.member.id && picked.from !== null
        return (
          <MemberChip
            key={row.member.id}
            row={row}
            target={target}
            picked={isPicked && placeKey(placeOf(picked.from ?? target)) === card.key}
            canEdit={canEdit}
            leaving={leaving.find(({ drag }) => drag.memberId === row.member.id) ?? null}
          />
        )
      })}
    </ul>
  )
}
