import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { TalkCount } from '../_comments/talk-count.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { LoadDots } from './load-dots.tsx'
import { type MemberRow, nameOf } from './member-row.ts'
import { placeKey, placeName, placeOf } from './place.ts'
import { SidePanel } from './side-panel.tsx'
import { useReasonWords } from './use-reason-words.ts'

/** A member opened: what they look after, what they are good at, and what can be done. */
export function MemberPanel({ row, onClose }: { row: MemberRow; onClose: () => void }) {
  const t = useTranslations('board.member')
  const words = useTranslations('words')
  const verbs = useBoardVerbs()
  const { canEdit } = usePlanSession()
  const reason = useReasonWords()(row)
  const { member } = row
  const about = [
    member.office ? words(`role.${member.office}`) : null,
    words(`standing.${member.standing}`),
    member.field ? words(`workField.${member.field}`) : null,
  ].filter((word) => word !== null)
  return (
    <SidePanel
      title={member.name}
      description={`${member.code} · ${about.join(', ')}`}
      headEnd={
        <TalkCount
          className="min-h-hit-sm"
          name={member.name}
          onLead={onClose}
          place={{ kind: 'member', id: member.id }}
        />
      }
      onClose={onClose}
    >
      <div className="grid gap-5">
        <section className="grid gap-1.5">
          <h3 className="flex items-center gap-3 text-md">
            {t('inCharge')}
            {!member.field && <LoadDots held={row.groups} max={row.most} />}
          </h3>
          <MemberPlaces row={row} canEdit={canEdit} />
          {reason && <p>{t('reason', { reason })}</p>}
        </section>
        {canEdit && (
          <div className="flex flex-wrap gap-2">
            <Button
              kind="primary"
              onClick={() => verbs.choosePlace({ memberId: member.id, from: null })}
            >
              {t('assignTo')}
            </Button>
            <Button onClick={() => verbs.giveReason(member.id)}>
              {member.reason ? t('changeReason') : t('giveReason')}
            </Button>
          </div>
        )}
        {member.strengths.length > 0 && (
          <section className="grid gap-1">
            <h3 className="text-md">{t('strengths')}</h3>
            <p className="text-ink-2">
              {member.strengths.map((strength) => words(`strength.${strength}`)).join(', ')}
            </p>
          </section>
        )}
      </div>
    </SidePanel>
  )
}

function MemberPlaces({ row, canEdit }: { row: MemberRow; canEdit: boolean }) {
  const t = useTranslations('board.member')
  const verbs = useBoardVerbs()
  const { roster } = useBoard()
  if (row.targets.length === 0) return <p className="text-ink-2">{t('nothing')}</p>
  return (
    <ul className="rounded-lg border border-line bg-raised">
      {row.targets.map((target) => {
        const place = placeOf(target)
        const name = placeName(roster, place)
        return (
          <li
            key={placeKey(place)}
            className="flex flex-wrap items-center gap-x-2 px-3.5 py-1.5 not-last:border-b border-line"
          >
            <button
              type="button"
              className="min-h-hit-sm flex-1 rounded-sm text-left font-medium hover:underline"
              onClick={() => verbs.openPlace(place)}
            >
              {name}
            </button>
            {canEdit && (
              <span className="flex gap-0.5">
                <Button
                  size="sm"
                  kind="quiet"
                  aria-label={t('moveFrom', { name: nameOf(row), place: name })}
                  onClick={() => verbs.choosePlace({ memberId: row.member.id, from: target })}
                >
                  {t('move')}
                </Button>
                <Button
                  size="sm"
                  kind="quiet"
                  aria-label={t('takeOutOf', { name: nameOf(row), place: name })}
                  onClick={() => verbs.takeOut(row.member.id, target)}
                >
                  {t('takeOut')}
                </Button>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
