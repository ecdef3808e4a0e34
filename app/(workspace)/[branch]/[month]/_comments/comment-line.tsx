import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ShownComment } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { Menu, MenuItem } from '#app/_ui/menu.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { CommentBody } from './comment-body.tsx'
import { CommentForm } from './comment-form.tsx'
import { SendingLine } from './sending-line.tsx'
import { useColourOf } from './use-colour-of.ts'
import { whenWords } from './when-words.ts'

/** One comment: who, in which office, when, and the words; one's own can be edited and deleted. */
export function CommentLine({ comment }: { comment: ShownComment }) {
  const t = useTranslations('advice.comment')
  const role = useTranslations('words.role')
  const { advice, store } = useAdvice()
  const { me } = usePlanSession()
  const [isEditing, setEditing] = useState(false)
  const isOwn = comment.author.personId === me.personId
  const isSettled = comment.sending === null || comment.sending.state === 'sent'
  const edit = (body: string, mentions: string[]) => {
    setEditing(false)
    if (body !== comment.body) store.do({ kind: 'edit', commentId: comment.id, body, mentions })
  }
  return (
    <li className="group/comment flex gap-2" data-comment={comment.id}>
      <Avatar
        className="mt-0.5"
        colour={useColourOf(comment.author.personId)}
        name={comment.author.name}
        size="sm"
      />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex min-h-7 items-center gap-1">
          <p className="min-w-0 flex-1 leading-tight">
            <b>{comment.author.name}</b>{' '}
            <span className="text-ink-3 text-sm">
              {comment.author.role && `${role(comment.author.role)}, `}
              <time className="whitespace-nowrap" dateTime={comment.at}>
                {whenWords(comment.at, Date.now())}
              </time>
              {comment.editedAt && !comment.isDeleted && `, ${t('edited')}`}
            </span>
          </p>
          {isOwn && isSettled && !comment.isDeleted && !isEditing && (
            <Menu
              align="end"
              trigger={
                <IconButton
                  className="!size-7 opacity-60 focus-visible:opacity-100 group-hover/comment:opacity-100 pointer-coarse:!size-11"
                  icon={<EllipsisVertical />}
                  label={t('menu')}
                  size="sm"
                />
              }
            >
              <MenuItem icon={<Pencil />} onClick={() => setEditing(true)}>
                {t('edit')}
              </MenuItem>
              <MenuItem
                icon={<Trash2 />}
                onClick={() => store.do({ kind: 'delete', commentId: comment.id })}
                tone="block"
              >
                {t('delete')}
              </MenuItem>
            </Menu>
          )}
        </div>
        {isEditing ? (
          <CommentForm
            takesFocus
            draftKey={`edit:${comment.id}`}
            first={comment.body}
            label={t('editing')}
            onCancel={() => setEditing(false)}
            onSend={edit}
            people={advice.people}
            sendLabel={t('save')}
          />
        ) : (
          <Words comment={comment} />
        )}
        <SendingLine sending={comment.sending} />
      </div>
    </li>
  )
}

function Words({ comment }: { comment: ShownComment }) {
  const t = useTranslations('advice.comment')
  if (comment.isDeleted) return <p className="text-ink-3 italic">{t('deleted')}</p>
  return <CommentBody comment={comment} />
}
