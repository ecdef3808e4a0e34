import { Check, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Button } from '#app/_ui/button.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentLine } from './comment-line.tsx'
import { ProposalBox } from './proposal-box.tsx'
import { ProposalVerbs } from './proposal-verbs.tsx'
import { SendingLine } from './sending-line.tsx'
import { useTalk } from './talk.ts'
import { ThreadPlace } from './thread-place.tsx'
import { useVerdict } from './use-verdict.ts'
import { whenWords } from './when-words.ts'

/** One thread: what it is about, what is proposed, what was said, and the next step. */
export function ThreadCard({ thread, isLost }: { thread: ShownThread; isLost: boolean }) {
  const t = useTranslations('advice.thread')
  const { chosen, choose, lit, light } = useTalk()
  const [isReplying, setReplying] = useState(false)
  const card = useRef<HTMLElement>(null)
  const verdict = useVerdict(thread)
  const isChosen = chosen === thread.id
  useEffect(() => {
    if (!isChosen) return
    const at = document.activeElement
    // Whoever came by the keyboard or a click stands in it already.
    if (card.current?.contains(at)) return
    card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    // Whoever clicked a mark in the text that they write goes on writing there.
    if (at instanceof HTMLElement && at.isContentEditable) return
    card.current?.focus({ preventScroll: true })
  }, [isChosen])
  return (
    <article
      aria-current={isChosen || undefined}
      aria-label={t('label', { name: thread.author.name })}
      className={classNames(
        'grid gap-2 rounded-lg border px-3 pt-2 pb-2.5 shadow-card outline-none',
        isChosen ? 'border-accent' : 'border-line',
        lit.includes(thread.id) ? 'bg-accent-soft' : 'bg-raised',
      )}
      data-lit={lit.includes(thread.id) || undefined}
      data-thread={thread.id}
      onMouseEnter={() => light([thread.id])}
      onMouseLeave={() => light([])}
      onFocus={() => {
        if (!isChosen) choose(thread.id)
      }}
      ref={card}
      tabIndex={-1}
    >
      <ThreadPlace isLost={isLost} thread={thread} />
      {thread.comments.length > 0 && (
        <ul className="grid gap-2.5">
          {thread.comments.map((comment) => (
            <CommentLine comment={comment} key={comment.id} />
          ))}
        </ul>
      )}
      {thread.proposal && verdict && <ProposalBox proposal={thread.proposal} verdict={verdict} />}
      <SendingLine
        sending={thread.comments.some(({ sending }) => sending) ? null : thread.sending}
      />
      {thread.resolved && (
        <p className="text-ink-2 text-sm">
          {t('resolvedBy', {
            name: thread.resolved.by.name,
            when: whenWords(thread.resolved.at, Date.now()),
          })}
        </p>
      )}
      {isReplying ? (
        <Reply onDone={() => setReplying(false)} threadId={thread.id} />
      ) : (
        <div className="flex flex-wrap gap-1.5">
          {thread.proposal && verdict && (
            <ProposalVerbs proposal={thread.proposal} thread={thread} verdict={verdict} />
          )}
          <ThreadVerbs onReply={() => setReplying(true)} thread={thread} />
        </div>
      )}
    </article>
  )
}

function Reply({ threadId, onDone }: { threadId: string; onDone: () => void }) {
  const t = useTranslations('advice.thread')
  const { advice, store } = useAdvice()
  return (
    <CommentForm
      takesFocus
      draftKey={threadId}
      label={t('replyField')}
      onCancel={onDone}
      onSend={(body, mentions) => {
        store.do({ kind: 'reply', threadId, body, mentions })
        onDone()
      }}
      people={advice.people}
      sendLabel={t('send')}
    />
  )
}

/** Resolving belongs to whoever began the thread and to those who edit. */
function ThreadVerbs({ thread, onReply }: { thread: ShownThread; onReply: () => void }) {
  const t = useTranslations('advice.thread')
  const { store } = useAdvice()
  const { me, right } = usePlanSession()
  const isEditor = right === 'edit' || right === 'finalise'
  const mayResolve = isEditor || thread.author.personId === me.personId
  const isWaiting = thread.proposal?.state === 'open' && !thread.resolved
  return (
    <>
      {mayResolve && !isWaiting && (
        <Button
          icon={thread.resolved ? <RotateCcw aria-hidden="true" /> : <Check aria-hidden="true" />}
          onClick={() =>
            store.do({ kind: 'resolve', threadId: thread.id, resolved: !thread.resolved })
          }
          size="sm"
        >
          {thread.resolved ? t('reopen') : t('resolve')}
        </Button>
      )}
      <Button kind="quiet" onClick={onReply} size="sm">
        {t('reply')}
      </Button>
    </>
  )
}
