import { ArrowLeftRight, CircleMinus, EllipsisVertical, FileText, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#app/_ui/menu.tsx'
import type { Target } from '#domain/plan-view.ts'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { type MemberRow, nameOf } from './member-row.ts'
import { placeName, placeOf } from './place.ts'

interface MemberMenuProps {
  row: MemberRow
  /** The card on which the menu stands; null in the rail. */
  from: Target | null
}

/** What can be done with a member, the third way to assign. Shown on hover, on focus and while held. */
export function MemberMenu({ row, from }: MemberMenuProps) {
  const t = useTranslations('board.verbs')
  const verbs = useBoardVerbs()
  const { roster } = useBoard()
  const memberId = row.member.id
  const shown = from ? [from] : row.targets
  return (
    <span className="absolute inset-y-0 right-1 flex items-center rounded-md bg-raised opacity-0 focus-within:opacity-100 has-data-popup-open:opacity-100 group-hover/row:opacity-100 pointer-coarse:hidden">
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            icon={<EllipsisVertical />}
            label={t('menuOf', { name: nameOf(row) })}
            onMouseDown={(event) => event.stopPropagation()}
          />
        }
      >
        <MenuItem icon={<ArrowLeftRight />} onClick={() => verbs.choosePlace({ memberId, from })}>
          {from ? t('moveTo') : t('assignTo')}
        </MenuItem>
        {shown.map((target) => (
          <MenuItem
            key={`${target.kind}:${target.id}`}
            icon={<CircleMinus />}
            onClick={() => verbs.takeOut(memberId, target)}
          >
            {t('takeOutOf', { place: placeName(roster, placeOf(target)) })}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<FileText />} onClick={() => verbs.giveReason(memberId)}>
          {row.member.reason ? t('changeReason') : t('giveReason')}
        </MenuItem>
        <MenuItem icon={<UserRound />} onClick={() => verbs.openMember(memberId)}>
          {t('about')}
        </MenuItem>
      </Menu>
    </span>
  )
}
