import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { IconButton } from '#app/_ui/icon-button.tsx'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { CommentForm } from './comment-form.tsx'
import { ProposeFields } from './propose-fields.tsx'
import { ProposeMenu } from './propose-menu.tsx'
import { useTalk } from './talk.ts'
import { usePlaceWords } from './use-place-words.ts'

/** Where a new thread is begun: about what, a proposal if wanted, and the words. */
export function NewThread() {
  const t = useTranslations('advice')
  const { advice, store } = useAdvice()
  const { subject, setSubject, choose } = useTalk()
  const [proposing, setProposing] = useState<ProposedChange['kind'] | null>(null)
  const [change, setChange] = useState<ProposedChange | null>(null)
  const { icon: Icon, label, quote } = usePlaceWords()(subject)
  const stop = () => {
    setProposing(null)
    setChange(null)
  }
  const begin = (body: string, mentions: string[]) => {
    const threadId = crypto.randomUUID()
    store.do({ kind: 'begin', threadId, place: subject, body, mentions, change })
    stop()
    setSubject({ kind: 'plan' })
    choose(threadId)
  }
  return (
    <section
      aria-label={t('new.title')}
      className="grid gap-1.5 border-line border-t bg-surface px-4 py-2.5"
    >
      <div className="flex min-h-8 items-center gap-1">
        <p className="min-w-0 flex-1 truncate text-sm" title={quote ?? undefined}>
          <Icon
            aria-hidden="true"
            className="mr-1.5 -mt-0.5 inline size-4 text-ink-2"
            strokeWidth={1.75}
          />
          <span className="text-ink-2">{t('new.about')} </span>
          <b>{label}</b>
          {quote && <q className="ml-1.5 text-ink-2">{quote}</q>}
        </p>
        {subject.kind !== 'plan' && (
          <IconButton
            icon={<X />}
            label={t('new.aboutPlan')}
            onClick={() => {
              stop()
              setSubject({ kind: 'plan' })
            }}
            size="sm"
          />
        )}
        {proposing === null && <ProposeMenu onChoose={setProposing} subject={subject} />}
      </div>
      {proposing !== null && (
        <ProposeFields
          key={`${proposing}:${'id' in subject ? subject.id : subject.kind}`}
          kind={proposing}
          onCancel={stop}
          onChange={setChange}
          subject={subject}
        />
      )}
      {proposing !== null && change === null ? (
        <p className="text-ink-2 text-sm">{t('propose.incomplete')}</p>
      ) : (
        <CommentForm
          draftKey="new"
          isAtBottom
          label={change ? t('new.why') : t('new.field')}
          mayBeEmpty={change !== null}
          onSend={begin}
          people={advice.people}
          sendLabel={change ? t('new.sendProposal') : t('new.send')}
        />
      )}
    </section>
  )
}
