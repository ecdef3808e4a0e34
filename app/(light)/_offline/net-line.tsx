'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { unsentWords } from '#app/_advice/unsent-words.ts'
import { useAdviceOutbox } from '#app/_advice/use-advice.ts'
import { lookAgain } from '#app/_ui/look-again.ts'
import { formatDay, formatTime } from '#app/_words/format-day.ts'
import { Icon } from '../_parts/icon.tsx'
import { type Line, lineAfter } from './line-after.ts'

const patienceMs = 15_000
/** Networks come and go without the phone saying so. */
const everyMs = 30_000

/**
 * Says when what is shown is not what is, with its age, and how much is waiting to be sent. What the browser says of
 * the network is only a hint: the server is asked. `renderedAt` is the server's clock, in milliseconds.
 */
export function NetLine({ renderedAt }: { renderedAt: number }) {
  const t = useTranslations('light.live.net')
  const { picture } = useAdviceOutbox()
  const line = useLine(renderedAt)
  const unsent = unsentWords(picture.acts).length
  const isLost = line === 'offline' || picture.link === 'lost'
  if (!isLost && line !== 'kept' && unsent === 0 && picture.storage !== 'failed') return null
  const shownAt = formatDay(renderedAt) === formatDay(Date.now()) ? '' : `${formatDay(renderedAt)} `
  const age = t('age', { time: `${shownAt}${formatTime(renderedAt)}` })
  return (
    <div className="border-line border-b bg-surface" role="status">
      <p className="mx-auto flex min-h-11 max-w-150 items-center gap-2 px-4 text-ink-2 text-sm">
        {isLost && <Icon name="offline" />}
        <span>
          {isLost && (
            <>
              <b>{t('offline')}</b>, {age}
            </>
          )}
          {!isLost && line === 'kept' && (
            <>
              {age}.{' '}
              <button
                className="min-h-11 font-medium text-accent"
                onClick={() => location.reload()}
                type="button"
              >
                {t('reload')}
              </button>
            </>
          )}
          {picture.link === 'signedOut' && t('signedOut')}
          {picture.storage === 'failed' && t('noStorage')}
        </span>
        {unsent > 0 && (
          <a
            className="ml-auto inline-flex min-h-11 shrink-0 items-center gap-0.5 font-semibold text-reason no-underline"
            href="/my#unsent"
          >
            {t('unsent', { count: unsent })}
            <Icon name="right" size="sm" />
          </a>
        )}
      </p>
    </div>
  )
}

/** Asks the server when the page opens, while it is looked at, and whenever the phone says that something changed. */
function useLine(renderedAt: number): Line {
  const [line, setLine] = useState<Line>('unknown')
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const now = await serverClock()
      if (!isOver) setLine((was) => lineAfter(was, now, renderedAt))
    }
    const askAgain = () => void ask()
    void ask()
    const stopLooking = lookAgain(askAgain, everyMs)
    window.addEventListener('online', askAgain)
    window.addEventListener('offline', askAgain)
    return () => {
      isOver = true
      stopLooking()
      window.removeEventListener('online', askAgain)
      window.removeEventListener('offline', askAgain)
    }
  }, [renderedAt])
  return line
}

/** The server's clock in milliseconds, to the second; null when it does not answer. */
async function serverClock(): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch('/api/health', { method: 'HEAD', cache: 'no-store', signal })
    return Date.parse(answer.headers.get('date') ?? '') || Date.now()
  } catch {
    return null
  }
}
