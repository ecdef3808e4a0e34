import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Target } from '#domain/plan-view.ts'
import { useCarry } from './assign-drag.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { Grip } from './grip.tsx'
import { LoadDots } from './load-dots.tsx'
import { MemberMenu } from './member-menu.tsx'
import { type MemberRow, nameOf } from './member-row.ts'
import { placeKey, placeOf } from './place.ts'
import type { RemoteDrag } from './use-remote-drags.ts'

interface MemberChipProps {
  row: MemberRow
  target: Target
  picked: boolean
  canEdit: boolean
  /** A colleague is carrying this member away from here; `over` is the name of where to. */
  leaving: { drag: RemoteDrag; over: string } | null
}

/** One member in charge of the card's place: carried, tapped, or moved by the menu. */
export const MemberChip = memo(function MemberChip({
  row,
  target,
  picked,
  canEdit,
  leaving,
}: MemberChipProps) {
  const t = useTranslations('board')
  const verbs = useBoardVerbs()
  const { member } = row
  const carried = { memberId: member.id, from: target }
  const {
    row: holder,
    grip,
    isCarried,
  } = useCarry(`chip:${member.id}:${placeKey(placeOf(target))}`, carried, {
    disabled: !canEdit,
    roleName: t('drag.role'),
  })
  return (
    <li
      {...holder}
      data-chip={member.id}
      className={`group/row relative -ml-1 flex min-h-[34px] select-none items-center gap-x-0.5 rounded-md pr-1.5 pointer-coarse:min-h-11 ${chipTone(picked, leaving)} ${isCarried ? 'opacity-50' : ''}`}
    >
      {canEdit && (!leaving || isCarried) ? (
        <Grip hold={grip} label={t('drag.grip', { name: nameOf(row) })} className="w-5.5" />
      ) : (
        <span className="w-2" />
      )}
      <button
        type="button"
        aria-pressed={canEdit ? picked : undefined}
        onClick={() =>
          canEdit ? verbs.pick(picked ? null : carried) : verbs.openMember(member.id)
        }
        className="min-h-8 min-w-0 flex-1 rounded-sm text-left font-medium leading-tight pointer-coarse:min-h-11"
      >
        {member.name}
        {row.mark && <small className="text-xs font-normal text-ink-3"> ({row.mark})</small>}
      </button>
      {leaving ? (
        <span className="inline-flex items-center gap-1 whitespace-nowrap text-sm font-semibold text-person">
          <ArrowRight aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
          {leaving.over}
        </span>
      ) : (
        target.kind === 'group' && <LoadDots held={row.groups} max={row.most} />
      )}
      {canEdit && <MemberMenu row={row} from={target} />}
    </li>
  )
})

function chipTone(picked: boolean, leaving: MemberChipProps['leaving']): string {
  if (leaving) return `person-${leaving.drag.colour} border border-dashed border-person text-ink-3`
  if (picked) return 'border border-accent bg-accent-soft'
  return 'border border-line bg-surface'
}
