'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { PassageButton } from '#app/_advice/passage-button.tsx'
import { useAdvice } from '#app/_advice/use-advice.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { ComposerBar } from './composer-bar.tsx'
import { isSamePlace, type PlaceNames } from './place-names.ts'
import { type SwapChoices, SwapForm } from './swap-form.tsx'
import { type Template, TemplateRow } from './template-row.tsx'
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
  /** Beginnings for this place; with `swap` also a proposal of another member. */
  templates?: readonly Template[]
  swap?: SwapChoices
  /** What stands above the talk and scrolls with it. */
  children?: ReactNode
}

export function Talk(props: TalkProps) {
  const { myId, names, place, threadId, mayResolve, templates = [], swap, children } = props
  const { hasPassages = false } = props
  const t = useTranslations('light.live.thread')
  const { advice } = useAdvice()
  const field = useRef<HTMLTextAreaElement>(null)
  const [isSwapping, setSwapping] = useState(false)
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
      {isSwapping && swap ? (
        <SwapForm onClose={() => setSwapping(false)} place={place} swap={swap} />
      ) : (
        <ComposerBar
          composer={composer}
          field={field}
          onNew={threadId && composer.aim.kind === 'reply' ? null : () => aimAt(begin, '')}
        >
          <TemplateRow
            onChoose={(text) => aimAt(begin, text)}
            onSwap={swap ? () => setSwapping(true) : null}
            templates={templates}
          />
        </ComposerBar>
      )}
    </>
  )
}

function answerTo(thread: ShownThread | undefined, threadId: string): Aim {
  const last = thread?.comments.findLast(({ isDeleted }) => !isDeleted)
  const name = last?.author.name ?? thread?.author.name ?? ''
  return { kind: 'reply', threadId, name }
}
