import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { ProposeDue } from './propose-due.tsx'
import { ProposeMember } from './propose-member.tsx'
import { ProposeTask } from './propose-task.tsx'
import { ProposeText } from './propose-text.tsx'

interface ProposeFieldsProps {
  kind: ProposedChange['kind']
  subject: AdvicePlace
  /** The change as far as it is filled in; null while it cannot be sent. */
  onChange: (change: ProposedChange | null) => void
  onCancel: () => void
}

/** What is proposed, filled in. */
export function ProposeFields({ kind, subject, onChange, onCancel }: ProposeFieldsProps) {
  const t = useTranslations('advice.propose')
  return (
    <fieldset className="grid min-w-0 gap-2 rounded-md border border-line bg-raised px-3 pt-1 pb-3">
      <div className="flex items-center gap-2">
        <legend className="contents">
          <span className="flex-1 font-semibold">{t(kind)}</span>
        </legend>
        <IconButton icon={<X />} label={t('cancel')} onClick={onCancel} size="sm" />
      </div>
      {kind === 'changeMember' && subject.kind === 'group' && (
        <ProposeMember groupId={subject.id} onChange={onChange} />
      )}
      {kind === 'changeDue' && subject.kind === 'task' && (
        <ProposeDue onChange={onChange} taskId={subject.id} />
      )}
      {kind === 'replaceText' && subject.kind === 'passage' && (
        <ProposeText onChange={onChange} passage={subject} />
      )}
      {kind === 'newTask' && <ProposeTask onChange={onChange} subject={subject} />}
    </fieldset>
  )
}
