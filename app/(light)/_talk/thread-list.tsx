'use client'
import { useTranslations } from 'next-intl'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Icon } from '../_parts/icon.tsx'
import { whenOf } from '../_parts/when-of.ts'
import { usePlaceWords } from './place-line.tsx'
import type { PlaceNames } from './place-names.ts'
import { passesFilter, type ThreadFilter } from './thread-filter.ts'

/** The threads of one plan as rows, those first in which somebody spoke last. */
export interface ThreadListProps {
  filter: ThreadFilter
  myId: string
  names: PlaceNames
}

export function ThreadList({ filter, myId, names }: ThreadListProps) {
  const t = useTranslations('light.live.thread')
  const { advice } = useAdvice()
  const threads = advice.threads
    .filter((thread) => passesFilter(thread, filter, myId))
    .sort((one, other) => (lastAt(one) < lastAt(other) ? 1 : -1))
  if (threads.length === 0) {
    const isFirst = advice.readAt === null
    return <p className="text-ink-2 text-base">{isFirst ? t('loading') : t(`empty.${filter}`)}</p>
  }
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {threads.map((thread) => (
        <ThreadRow key={thread.id} names={names} thread={thread} />
      ))}
    </ul>
  )
}

function ThreadRow({ thread, names }: { thread: ShownThread; names: PlaceNames }) {
  const t = useTranslations('light.live.thread')
  const words = usePlaceWords(names)
  const { store } = useAdvice()
  const last = thread.comments.findLast(({ isDeleted }) => !isDeleted)
  const { branchId, month } = store.plan
  const isWaiting = [thread, ...thread.comments].some(({ sending }) => sending !== null)
  return (
    <li>
      <a
        className="flex min-h-16 items-center gap-3 py-2.5 pr-2.5 pl-3.5 text-ink leading-tight no-underline"
        href={`/my/${branchId}/${month}/threads/${thread.id}`}
      >
        <Icon
          className={isWaiting ? 'self-start text-reason' : 'self-start text-ink-3'}
          name={isWaiting ? 'clock' : thread.proposal ? 'move' : 'talk'}
        />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <b>{words(thread.place)}</b>
          {thread.place.kind === 'passage' && (
            <span className="line-clamp-1 text-ink-2 text-base">“{thread.place.quote}”</span>
          )}
          {last && (
            <span className="line-clamp-2 text-base [overflow-wrap:anywhere]">
              {last.author.name}: {last.body}
            </span>
          )}
          <small className="text-ink-3 text-sm">
            {thread.proposal && `${t(`proposal.${thread.proposal.state}`)} · `}
            {t('count', { count: thread.comments.length })} · {whenOf(lastAt(thread))}
          </small>
        </span>
        <Icon className="text-ink-3" name="right" />
      </a>
    </li>
  )
}

function lastAt(thread: ShownThread): string {
  return thread.comments.at(-1)?.at ?? thread.at
}
