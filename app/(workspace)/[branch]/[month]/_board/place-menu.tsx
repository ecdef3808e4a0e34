import { CircleMinus, EllipsisVertical, History, House, UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '#app/_ui/menu.tsx'
import { historyAddress } from '../_history/history-address.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { nameOf } from './member-row.ts'
import { placeKey, placeOf } from './place.ts'
import type { PlaceCard } from './place-card.ts'

/** What can be done with a card's place. */
export function PlaceMenu({ card, canEdit }: { card: PlaceCard; canEdit: boolean }) {
  const t = useTranslations('board.verbs')
  const verbs = useBoardVerbs()
  const { rows, roster } = useBoard()
  const { month } = usePlanSession()
  const people = card.memberIds.flatMap((id) => rows.get(id) ?? [])
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          className="-my-1 !size-7 text-ink-3"
          size="sm"
          icon={<EllipsisVertical />}
          label={t('menuOfPlace', { place: card.name })}
        />
      }
    >
      <MenuItem icon={<House />} onClick={() => verbs.openPlace(card.place)}>
        {t('openPlace')}
      </MenuItem>
      {canEdit && (
        <MenuItem icon={<UserPlus />} onClick={() => verbs.chooseMember(card.place)}>
          {t('addMember')}
        </MenuItem>
      )}
      {card.group && (
        <MenuLink
          icon={<History />}
          href={historyAddress(
            { branchId: roster.branch.id, month },
            { groupId: card.group.id, before: null, at: null },
          )}
        >
          {t('whoChangedWhat')}
        </MenuLink>
      )}
      {canEdit && people.length > 0 && <MenuSeparator />}
      {canEdit &&
        people.map((row) => {
          const target = row.targets.find((each) => placeKey(placeOf(each)) === card.key)
          return target ? (
            <MenuItem
              key={row.member.id}
              icon={<CircleMinus />}
              onClick={() => verbs.takeOut(row.member.id, target)}
            >
              {t('takeOutName', { name: nameOf(row) })}
            </MenuItem>
          ) : null
        })}
    </Menu>
  )
}
