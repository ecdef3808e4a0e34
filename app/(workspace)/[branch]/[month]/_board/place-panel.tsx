import { UserPlus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { formatHamlet } from '#app/_words/format-hamlet.ts'
import { TalkCount } from '../_comments/talk-count.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useBoardVerbs } from './board-verbs.tsx'
import { useBoard } from './board-view-context.ts'
import { HouseholdList } from './household-list.tsx'
import { NeedIcon } from './need-icon.tsx'
import { PanelPeople } from './panel-people.tsx'
import type { PlaceCard } from './place-card.ts'
import { PlaceNumbers } from './place-numbers.tsx'
import { SidePanel } from './side-panel.tsx'

/** A card opened: the facts, the needs, who is in charge, and the households for those who may read them. */
export function PlacePanel({ card, onClose }: { card: PlaceCard; onClose: () => void }) {
  const t = useTranslations('board.panel')
  const words = useTranslations('words')
  const locale = useLocale()
  const { roster } = useBoard()
  const { canEdit } = usePlanSession()
  const verbs = useBoardVerbs()
  const { group } = card
  const hamlet = group ? roster.communeHamlets.find(({ id }) => id === group.hamletId)?.name : null
  const titleOf = (name: string) => formatHamlet(name, roster.branch.name, locale)
  return (
    <SidePanel
      title={group ? group.name : titleOf(card.name)}
      description={hamlet ? titleOf(hamlet) : undefined}
      headEnd={
        group && (
          <TalkCount
            className="min-h-hit-sm"
            name={group.name}
            onLead={onClose}
            place={{ kind: 'group', id: group.id }}
          />
        )
      }
      onClose={onClose}
    >
      <div className="grid gap-5">
        {card.state === 'empty' && <Notice level="block" dashed title={t('nobody')} />}
        {group && <PlaceNumbers group={group} />}
        <section className="grid gap-1.5">
          <h3 className="text-md">{t('people')}</h3>
          {card.state !== 'empty' && <PanelPeople card={card} canEdit={canEdit} />}
          {canEdit && (
            <div>
              <Button
                icon={<UserPlus aria-hidden="true" />}
                onClick={() => verbs.chooseMember(card.place)}
              >
                {t('add')}
              </Button>
            </div>
          )}
        </section>
        {group && group.needs.length > 0 && (
          <section className="grid gap-1.5">
            <h3 className="text-md">{t('needs')}</h3>
            <ul className="rounded-lg border border-line bg-raised">
              {group.needs.map(({ need, households }) => (
                <li
                  key={need}
                  className="flex items-center gap-2.5 px-3.5 py-2 not-last:border-b border-line"
                >
                  <NeedIcon need={need} />
                  <span className="flex-1 first-letter:uppercase">{words(`need.${need}`)}</span>
                  <span className="text-ink-2">
                    {words('count.households', { count: households })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {group && <HouseholdList groupId={group.id} />}
      </div>
    </SidePanel>
  )
}
