'use client'
import { useTranslations } from 'next-intl'
import { PassageButton } from '#app/_advice/passage-button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { monthNumber } from '#app/_words/format-month.ts'
import { shiftMonth } from '#domain/months.ts'
import { useTalk } from '../_comments/talk.ts'
import { HeaderActions } from '../_header/header-actions.tsx'
import { UndoButtons } from '../_header/undo-buttons.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import './prose.css'
import { ProseSection } from './prose-section.tsx'
import { TaskList } from './task-list.tsx'
import { TemplateMenu } from './template-menu.tsx'
import { useSoughtInPlan } from './use-sought-in-plan.ts'

/** The month's plan as the branch will adopt it: review, key tasks, who does what, organisation. */
export function PlanSheet() {
  const t = useTranslations('plan')
  const { month, roster, canEdit, isOpen, readOnlyBecause } = usePlanSession()
  const { isMine, write } = useTalk()
  useSoughtInPlan()
  if (!isOpen) return <p className="p-6 text-ink-2">{t('opening')}</p>
  const hasTemplates = roster.templates.length > 0
  return (
    <div className="mx-auto grid w-full max-w-340 gap-5 px-4 pt-3 pb-10 lg:px-6">
      {canEdit ? (
        <HeaderActions>
          <UndoButtons />
          {hasTemplates ? (
            <div className="max-lg:hidden">
              <TemplateMenu />
            </div>
          ) : null}
        </HeaderActions>
      ) : null}
      {canEdit && hasTemplates ? (
        <div className="-mb-3 justify-self-end lg:hidden">
          <TemplateMenu />
        </div>
      ) : null}
      {isMine ? <PassageButton label={t('speakAbout')} onSpeak={write} /> : null}
      {readOnlyBecause === 'right' ? (
        <Notice level="note" title={t(isMine ? 'readOnly.comment' : 'readOnly.right')} />
      ) : null}
      <ProseSection
        part="review"
        title={t('review', { month: monthNumber(shiftMonth(month, -1)) })}
      />
      <ProseSection part="focus" title={t('focus', { month: monthNumber(month) })} />
      <TaskList />
      <ProseSection part="organisation" title={t('organisation')} />
    </div>
  )
}
