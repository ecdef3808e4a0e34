import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { TalkCount } from '../_comments/talk-count.tsx'
import { useCarry } from './assign-drag.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { Grip } from './grip.tsx'
import { LoadDots } from './load-dots.tsx'
import { MemberMenu } from './member-menu.tsx'
import { type MemberRow, nameOf } from './member-row.ts'
import type { RemoteDrag } from './use-remote-drags.ts'

interface RailRowProps {
  row: MemberRow
  /** Where this member works, in as few letters as will do: "2, 12" or a hamlet's name. */
  places: string
  /** Why the member has no group, said in words; null when there is no reason. */
  reason: string | null
  picked: boolean
  flashing: boolean
  canEdit: boolean
  remote: { drag: RemoteDrag; from: string; over: string } | null
}

/** One member in the rail: grip, name, groups, load. The whole row carries and can be tapped. */
export const RailRow = memo(function RailRow(props: RailRowProps) {
  const { row, canEdit, picked, remote } = props
  const t = useTranslations('board')
  const verbs = useBoardVerbs()
  const { member } = row
  const carried = { memberId: member.id, from: null }
  const {
    row: holder,
    grip,
    isCarried,
  } = useCarry(`row:${member.id}`, carried, {
    disabled: !canEdit,
    roleName: t('drag.role'),
  })
  return (
    <div
      {...holder}
      data-member={member.id}
      className={`group/row relative grid min-h-9 select-none grid-cols-[22px_minmax(0,1fr)_auto_auto] items-center gap-x-1 rounded-md pr-2 pointer-coarse:min-h-11 ${rowTone(row, picked, remote !== null)} ${isCarried ? 'opacity-50' : ''} ${props.flashing ? 'flash' : ''} ${remote ? `person-${remote.drag.colour}` : ''}`}
    >
      {canEdit ? <Grip hold={grip} label={t('drag.grip', { name: nameOf(row) })} /> : <span />}
      <span className="flex min-w-0 items-center">
        <button
          type="button"
          aria-pressed={canEdit ? picked : undefined}
          onClick={() =>
            canEdit ? verbs.pick(picked ? null : carried) : verbs.openMember(member.id)
          }
          className={`min-h-9 min-w-0 flex-1 rounded-sm text-left font-medium leading-tight pointer-coarse:min-h-11 ${remote ? 'font-semibold text-person' : ''}`}
        >
          {member.name}
          {row.mark && <small className="text-sm font-normal text-ink-3"> ({row.mark})</small>}
        </button>
        <TalkCount name={member.name} place={{ kind: 'member', id: member.id }} quiet />
      </span>
      {remote ? (
        <span className="num col-span-2 inline-flex items-center gap-1.5 text-sm font-semibold text-person">
          {remote.from}
          <ArrowRight aria-hidden="true" className="size-[15px]" strokeWidth={1.75} />
          {remote.over}
        </span>
      ) : (
        <RailFacts {...props} />
      )}
      {canEdit && <MemberMenu row={row} from={null} />}
    </div>
  )
})

function RailFacts({ row, places, reason }: RailRowProps) {
  if (reason !== null && row.targets.length === 0) {
    return (
      <span className="col-span-2 whitespace-nowrap text-right text-sm text-ink-2">{reason}</span>
    )
  }
  if (row.groups === 0 && row.targets.length > 0) {
    return <span className="col-span-2 text-right text-sm text-ink-2">{places}</span>
  }
  return (
    <>
      <span className="num whitespace-nowrap text-right text-sm text-ink-2">{places}</span>
      <span className="flex min-w-[68px] justify-end">
        <LoadDots held={row.groups} max={row.most} />
      </span>
    </>
  )
}

function rowTone(row: MemberRow, picked: boolean, remote: boolean): string {
  if (picked) return 'bg-accent-soft outline-2 -outline-offset-1 outline-accent'
  if (remote) return 'shadow-[inset_0_0_0_1.5px_var(--person)]'
  if (row.groups > row.most) return 'bg-reason-soft/60 hover:bg-reason-soft'
  if (row.reason !== null) return 'text-ink-2 hover:bg-sunken'
  return 'hover:bg-sunken'
}
