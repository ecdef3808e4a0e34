import { MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { Count } from '#app/_ui/count.tsx'
import { useTalk } from './talk.ts'
import { isThreadOpen } from './thread-order.ts'

/** Shows and hides the panel; stands beside the month's pages and says how many threads are open. */
export function TalkButton() {
  const t = useTranslations('advice.panel')
  const { isMine, isShown, show, hide } = useTalk()
  const { advice } = useAdvice()
  if (!isMine) return null
  const open = advice.threads.filter(isThreadOpen).length
  return (
    <button
      aria-expanded={isShown}
      aria-label={t('button', { count: open })}
      className={classNames(
        'inline-flex min-h-hit items-center gap-1.75 self-center whitespace-nowrap rounded-md px-3 font-medium text-base hover:bg-sunken max-sm:px-2 [&_svg]:size-4.5',
        isShown ? 'bg-sunken text-ink' : 'text-ink-2',
      )}
      onClick={isShown ? hide : show}
      type="button"
    >
      <MessageSquare aria-hidden="true" />
      <span className="max-sm:hidden">{t('title')}</span>
      {open > 0 && <Count value={open} />}
    </button>
  )
}
