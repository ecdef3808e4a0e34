import { useTranslations } from 'next-intl'
import { NoticeIcon } from '#app/_ui/notice-icon.tsx'
import { useBoard } from './board-view-context.ts'
import { FreeMemberActions } from './free-member.tsx'
import type { MemberRow } from './member-row.ts'
import type { MembersRailProps } from './members-rail.tsx'
import { type Place, placeName, placeOf } from './place.ts'
import { RailRow } from './rail-row.tsx'
import { useReasonWords } from './use-reason-words.ts'

/** The parts of the rail; each member stands in one. */
export type RailPart = 'noReason' | 'inCharge' | 'byField' | 'withReason'

/** With more than this many, the two ways out stand in each row's menu and no longer below each name. */
const actionsUpTo = 2

interface RailSectionProps extends MembersRailProps {
  section: RailPart
  rows: readonly MemberRow[]
}

export function RailSection({ section, rows: all, ...rail }: RailSectionProps) {
  const t = useTranslations('board.rail')
  const rows = all.filter((row) => partOf(row) === section)
  if (rows.length === 0) return null
  const isFree = section === 'noReason'
  return (
    <section aria-labelledby={`rail-${section}`}>
      <h3
        id={`rail-${section}`}
        className={`flex items-center gap-1.5 px-2 pt-2 pb-1 text-sm ${isFree ? 'text-block' : 'text-ink-2'}`}
      >
        {isFree && <NoticeIcon level="block" size="sm" />}
        <span>{t(`section.${section}`)}</span>
        <span className={section === 'inCharge' ? '' : 'ml-auto'}>{rows.length}</span>
        {section === 'inCharge' && (
          <span aria-hidden="true" className="ml-auto flex gap-1 font-normal text-ink-3">
            <span>{t('columnGroups')}</span>
            <span className="w-[68px] text-right">{t('columnLoad')}</span>
          </span>
        )}
      </h3>
      <ul className={isFree ? 'rounded-md border border-dashed border-block bg-raised p-0.5' : ''}>
        {rows.map((row) => (
          <li key={row.member.id}>
            <SectionRow row={row} {...rail} />
            {isFree && rail.canEdit && rows.length <= actionsUpTo && (
              <FreeMemberActions row={row} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SectionRow({
  row,
  picked,
  remotes,
  flash,
  canEdit,
}: { row: MemberRow } & MembersRailProps) {
  const { roster } = useBoard()
  const t = useTranslations('board.rail')
  const reasonWords = useReasonWords()
  const drag = remotes.find((each) => each.memberId === row.member.id) ?? null
  const short = (place: Place | null) => (place ? shortName(placeName(roster, place)) : '·')
  const isFieldOnly = row.place === 'byField' && row.targets.length === 0
  const reason = isFieldOnly && !row.member.reason ? t('noHamlet') : reasonWords(row)
  return (
    <RailRow
      row={row}
      places={row.targets.map((target) => short(placeOf(target))).join(', ')}
      reason={reason}
      picked={picked?.memberId === row.member.id && picked.from === null}
      flashing={flash === `member:${row.member.id}`}
      canEdit={canEdit}
      remote={drag && { drag, from: drag.from ? short(drag.from) : '', over: short(drag.over) }}
    />
  )
}

function partOf({ place }: MemberRow): RailPart {
  switch (place) {
    case 'exempt':
    case 'away':
    case 'newlyAdmitted':
      return 'withReason'
    default:
      return place
  }
}

/** "Nhóm 12" is 12 in a column of groups; a name without a number stays whole. */
function shortName(name: string): string {
  return /\d+$/.exec(name)?.[0] ?? name
}
