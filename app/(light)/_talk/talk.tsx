'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { PassageButton } from '#app/_advice/passage-button.tsx'
import { useAdvice } from '#app/_advice/use-advice.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { isSamePlace, type PlaceNames } from './place-names.ts'
import { type Offers, TalkFoot } from './talk-foot.tsx'
import type { Template } from './template-row.tsx'
import { ThreadCard } from './thread-card.tsx'
import { type Aim, useComposer } from './use-composer.ts'

/** What is said about one place, or in one thread, and where one adds to it. */
export interface TalkProps {
  myId: string
  names: PlaceNames
  place: AdvicePlace
  /** Only this thread. */
  threadId?: string
  /** Of the plan: what is said about passages of its text belongs here too. */
  hasPassages?: boolean
  mayResolve: boolean
  /** Beginnings for this place, and what can be proposed there. */
  templates?: readonly Template[]
  offers?: Offers
  /** What stands above the talk and scrolls with it. */
  children?: ReactNode
}

export function Talk(props: TalkProps) {
  const { myId, names, place, threadId, mayResolve, templates = [], children } = props
  const { hasPassages = false, offers = {} } = props
  const t = useTranslations('light.live.thread')
  const { advice } = useAdvice()
  const field = useRef<HTMLTextAreaElement>(null)
  const threads = advice.threads.filter((thread) =>
    threadId
      ? thread.id === threadId
      : isSamePlace(thread.place, place) || (hasPassages && thread.place.kind === 'passage'),
  )
  const begin: Aim = threadId ? answerTo(threads[0], threadId) : { kind: 'new', place }
  const composer = useComposer(threadId ?? JSON.stringify(place), begin)
  const aimAt = (aim: Aim, text?: string) => {
    composer.setAim(aim)
    if (text !== undefined) composer.setText(text)
    field.current?.focus()
  }
  const open = threads.filter(({ resolved }) => resolved === null)
  const settled = threads.filter(({ resolved }) => resolved !== null)
  const isFirst = advice.readAt === null && threads.length === 0
  return (
    <>
      <main className="mx-auto w-full max-w-150 flex-1 px-4 pb-5" id="content">
        {children}
        {hasPassages && (
          <PassageButton
            label={t('aboutPassage')}
            onSpeak={(passage) => aimAt({ kind: 'new', place: passage })}
          />
        )}
        <section aria-labelledby="talk">
          <h2 className="pt-4 pb-2 text-base" id="talk">
            {t('title')}
          </h2>
          {threads.length === 0 && (
            <p className="text-ink-2 text-base">{isFirst ? t('loading') : t('none')}</p>
          )}
          <div className="grid gap-3">
            {[...open, ...settled].map((thread) => (
              <ThreadCard
                key={thread.id}
                mayResolve={mayResolve}
                myId={myId}
                names={names}
                onEdit={(comment) => aimAt({ kind: 'edit', comment }, comment.body)}
                onReply={threadId ? null : (one) => aimAt(answerTo(one, one.id))}
                thread={thread}
              />
            ))}
          </div>
        </section>
      </main>
      <TalkFoot
        composer={composer}
        field={field}
        offers={offers}
        onNew={threadId && composer.aim.kind === 'reply' ? null : () => aimAt(begin, '')}
        onTemplate={(text) => aimAt(begin, text)}
        place={place}
        templates={templates}
      />
    </>
  )
}

function answerTo(thread: ShownThread | undefined, threadId: string): Aim {
  const last = thread?.comments.findLast(({ isDeleted }) => !isDeleted)
  const name = last?.author.name ?? thread?.author.name ?? ''
  return { kind: 'reply', threadId, name }
}
