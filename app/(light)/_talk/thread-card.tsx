'use client'
import { useTranslations } from 'next-intl'
import type { ShownComment, ShownThread } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Icon } from '../_parts/icon.tsx'
import { CommentItem } from './comment-item.tsx'
import type { PlaceNames } from './place-names.ts'
import { ProposalLine } from './proposal-line.tsx'

/** One thread with all that was said in it. */
export interface ThreadCardProps {
  thread: ShownThread
  myId: string
  names: PlaceNames
  mayResolve: boolean
  /** Null where nothing can be answered. */
  onReply: ((thread: ShownThread) => void) | null
  onEdit: ((comment: ShownComment) => void) | null
}

export function ThreadCard({ thread, myId, names, mayResolve, onReply, onEdit }: ThreadCardProps) {
  const t = useTranslations('light.live.thread')
  const { store } = useAdvice()
  const isMine = thread.author.personId === myId
  const isSettled = thread.resolved !== null
  return (
    <article className="grid gap-2.5 rounded-lg border border-line bg-raised px-3.5 pt-3 pb-2">
      {thread.place.kind === 'passage' && (
        <p className="border-line border-b pb-2 text-ink-2 text-base">“{thread.place.quote}”</p>
      )}
      <ProposalLine isMine={isMine} names={names} thread={thread} />
      <ul className="grid gap-3">
        {thread.comments.map((comment) => (
          <CommentItem
            comment={comment}
            isMine={comment.author.personId === myId}
            key={comment.id}
            onEdit={onEdit}
          />
        ))}
      </ul>
      {thread.resolved && (
        <p className="flex items-center gap-1.5 text-done text-sm">
          <Icon name="done" size="sm" />
          {t('resolved', { name: thread.resolved.by.name })}
        </p>
      )}
      {(onReply || (mayResolve && thread.rev > 0) || (isMine && thread.rev > 0)) && (
        <p className="flex gap-5 text-sm">
          {onReply && (
            <button
              className="min-h-11 font-semibold text-accent"
              onClick={() => onReply(thread)}
              type="button"
            >
              {t('reply')}
            </button>
          )}
          {(mayResolve || isMine) && thread.rev > 0 && (
            <button
              className="min-h-11 font-medium text-ink-2"
              onClick={() =>
                store.do({ kind: 'resolve', threadId: thread.id, resolved: !isSettled })
              }
              type="button"
            >
              {isSettled ? t('reopen') : t('resolve')}
            </button>
          )}
        </p>
      )}
    </article>
  )
}
