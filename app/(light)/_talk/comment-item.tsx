'use client'
import { useTranslations } from 'next-intl'
import type { ShownComment } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { whenOf } from '../_parts/when-of.ts'
import { CommentBody } from './comment-body.tsx'
import { SendingMark } from './sending-mark.tsx'

/** One comment. One's own can be edited and deleted. */
export interface CommentItemProps {
  comment: ShownComment
  isMine: boolean
  onEdit: ((comment: ShownComment) => void) | null
}

export function CommentItem({ comment, isMine, onEdit }: CommentItemProps) {
  const t = useTranslations('light.live.comment')
  const { store } = useAdvice()
  const mayChange = isMine && !comment.isDeleted && comment.sending === null
  return (
    <li className="grid grid-cols-[auto_1fr] gap-2.5 text-base" id={`c-${comment.id}`}>
      <Avatar
        className={isMine ? 'bg-accent-soft text-accent-ink' : undefined}
        name={comment.author.name}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-1.5">
          <b>{isMine ? t('me') : comment.author.name}</b>
          {comment.sending === null && (
            <small className="text-ink-3 text-sm">
              {whenOf(comment.at)}
              {comment.editedAt && `, ${t('edited')}`}
            </small>
          )}
          {comment.sending?.state !== 'failed' && <SendingMark sending={comment.sending} />}
        </p>
        {comment.isDeleted ? (
          <p className="text-ink-3">{t('deleted')}</p>
        ) : (
          <CommentBody comment={comment} />
        )}
        {comment.sending?.state === 'failed' && <SendingMark sending={comment.sending} />}
        {mayChange && onEdit && (
          <p className="-mb-2 flex gap-4 text-sm">
            <button
              className="min-h-11 font-medium text-ink-2 underline decoration-line-strong underline-offset-4"
              onClick={() => onEdit(comment)}
              type="button"
            >
              {t('edit')}
            </button>
            <button
              className="min-h-11 font-medium text-ink-2 underline decoration-line-strong underline-offset-4"
              onClick={() => store.do({ kind: 'delete', commentId: comment.id })}
              type="button"
            >
              {t('delete')}
            </button>
          </p>
        )}
      </div>
    </li>
  )
}
