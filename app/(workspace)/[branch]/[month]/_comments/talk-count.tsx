import { MessageSquare, MessageSquarePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { classNames } from '#app/_ui/class-names.ts'
import type { AdvicePlace } from '#domain/advice/advice-place.ts'
import { TalkCountsContext, useTalk } from './talk.ts'
import { adviceKey } from './thread-order.ts'

interface TalkCountProps {
  place: AdvicePlace
  /** What the place is called, for screen readers. */
  name: string
  /** Nothing at all while nobody has said anything here. */
  quiet?: boolean | undefined
  className?: string | undefined
  /** Before the panel shows: what lies over it closes. */
  onLead?: (() => void) | undefined
}

/** How much is being said about a place, and the way to it; or the way to say the first word. */
export function TalkCount({ place, name, quiet = false, className, onLead }: TalkCountProps) {
  const t = useTranslations('advice.count')
  const talk = useTalk()
  const here = useContext(TalkCountsContext).get(adviceKey(place))
  if (!talk.isMine || (quiet && !here)) return null
  const label = here ? t('some', { name, count: here.count }) : t('none', { name })
  const Icon = here ? MessageSquare : MessageSquarePlus
  return (
    <button
      aria-label={label}
      className={classNames(
        'inline-flex min-h-7 min-w-7 shrink-0 items-center justify-center gap-1 rounded-md px-1 text-sm leading-tight hover:bg-sunken pointer-coarse:min-h-11 pointer-coarse:min-w-11',
        here ? 'font-semibold text-accent-ink' : 'text-ink-3 opacity-70 hover:opacity-100',
        className,
      )}
      onClick={() => {
        onLead?.()
        if (here) talk.choose(here.threadId)
        else talk.write(place)
      }}
      data-none={here ? undefined : ''}
      onMouseDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      title={label}
      type="button"
    >
      <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
      {here && <span className="num">{here.count}</span>}
    </button>
  )
}
