'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, type RefObject, useId } from 'react'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { Icon } from '../_parts/icon.tsx'
import type { Aim, Composer } from './use-composer.ts'

/** Where one writes, under the thumb. `children` stand above the field: beginnings to choose from. */
export interface ComposerBarProps {
  composer: Composer
  field: RefObject<HTMLTextAreaElement | null>
  /** Back to the beginning of a thread of its own; null where there is none to begin. */
  onNew: (() => void) | null
  children?: ReactNode
}

export function ComposerBar({ composer, field, onNew, children }: ComposerBarProps) {
  const t = useTranslations('light.live.composer')
  const id = useId()
  const label = composer.aim.kind === 'replace' ? t('newWords') : t('label')
  const { text, setText, aim, suggested, mention, canSend, send } = composer
  return (
    <form
      className="sticky bottom-0 z-20 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
      onSubmit={(event) => {
        event.preventDefault()
        send()
        if (aim.kind === 'new' || aim.kind === 'replace') showEnd()
      }}
    >
      <div className="mx-auto grid max-w-150 gap-2 px-4 pt-2.5 pb-3.5">
        {suggested.length > 0 && (
          <ul className="flex gap-2 overflow-x-auto">
            {suggested.map((person) => (
              <li key={person.personId}>
                <button
                  className="min-h-11 whitespace-nowrap rounded-full border border-line-strong bg-raised px-3.5 font-medium text-sm"
                  onClick={() => {
                    mention(person)
                    field.current?.focus()
                  }}
                  type="button"
                >
                  @{person.name}
                </button>
              </li>
            ))}
          </ul>
        )}
        {aim.kind === 'new' && aim.place.kind !== 'passage' ? (
          children
        ) : (
          <AimLine composer={composer} onNew={onNew} />
        )}
        <div className="flex items-end gap-2">
          <label className="sr-only" htmlFor={id}>
            {label}
          </label>
          <textarea
            className="field-sizing-content max-h-40 min-h-11.5 min-w-0 flex-1 resize-none rounded-lg border border-line-strong bg-raised px-3.5 py-2.5 text-base leading-body"
            id={id}
            maxLength={adviceLimits.body}
            onChange={(event) => setText(event.target.value)}
            placeholder={label}
            ref={field}
            rows={1}
            value={text}
          />
          <button
            aria-label={t('send')}
            className="grid h-11.5 w-12 shrink-0 place-items-center rounded-lg bg-accent text-on-accent aria-disabled:bg-sunken aria-disabled:text-ink-3"
            aria-disabled={!canSend}
            type="submit"
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  )
}

/** What was just begun stands last: into sight with it. */
function showEnd(): void {
  requestAnimationFrame(() => window.scrollTo({ top: document.documentElement.scrollHeight }))
}

/** Says where the words go, and leads back. About a passage they can also be its replacement. */
function AimLine({ composer, onNew }: Pick<ComposerBarProps, 'composer' | 'onNew'>) {
  const t = useTranslations('light.live.composer')
  const { aim, setAim, setText, text } = composer
  const passage = aim.kind === 'new' && aim.place.kind === 'passage' ? aim.place : null
  return (
    <div className="text-ink-2 text-sm">
      <p className="line-clamp-2">{wordsOf(aim, text, t)}</p>
      <p className="flex gap-5">
        {passage && (
          <button
            className="min-h-11 font-semibold text-accent"
            onClick={() => {
              setAim({ kind: 'replace', passage })
              setText(passage.quote)
            }}
            type="button"
          >
            {t('proposeWords')}
          </button>
        )}
        {onNew && (
          <button className="min-h-11 font-semibold text-accent" onClick={onNew} type="button">
            {aim.kind === 'reply' ? t('newOne') : t('stop')}
          </button>
        )}
      </p>
    </div>
  )
}

function wordsOf(aim: Aim, text: string, t: Translator): string {
  if (aim.kind === 'edit') return t('editing')
  if (aim.kind === 'reply') return t('replyTo', { name: aim.name })
  if (aim.kind === 'replace') {
    return t(text.trim() === '' ? 'deletes' : 'replace', { quote: aim.passage.quote })
  }
  return aim.place.kind === 'passage' ? t('about', { quote: aim.place.quote }) : ''
}

type Translator = ReturnType<typeof useTranslations<'light.live.composer'>>
