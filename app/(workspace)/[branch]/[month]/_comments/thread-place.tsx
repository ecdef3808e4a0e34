import { useTranslations } from 'next-intl'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { useTalk } from './talk.ts'
import { usePlaceWords } from './use-place-words.ts'

/** What a thread is about, as a way to that place; words that are gone from the plan stay as a quote. */
export function ThreadPlace({ thread, isLost }: { thread: ShownThread; isLost: boolean }) {
  const t = useTranslations('advice')
  const { seek } = useTalk()
  const { icon: Icon, label, quote } = usePlaceWords()(thread.place)
  const words = (
    <>
      <Icon aria-hidden="true" className="mr-1.5 -mt-0.5 inline size-4" strokeWidth={1.75} />
      <span className="font-semibold">{label}</span>
      {quote && <q className="ml-1.5 text-ink-2 [overflow-wrap:anywhere]">{shortened(quote)}</q>}
    </>
  )
  return (
    <div className="flex items-start gap-2 text-sm leading-tight">
      <div className="min-w-0 flex-1">
        {thread.place.kind === 'plan' || isLost ? (
          <p className="py-1 text-ink-2">{words}</p>
        ) : (
          <button
            aria-label={t('thread.goTo', { place: label })}
            className="-mx-1 min-h-7 rounded-sm px-1 text-left text-accent-ink hover:underline pointer-coarse:min-h-11"
            onClick={() => seek(thread.place, thread.id)}
            type="button"
          >
            {words}
          </button>
        )}
        {isLost && <p className="text-reason">{t('thread.lost')}</p>}
      </div>
      {thread.proposal && (
        <span className="py-1 text-right text-ink-2">
          {t(`kind.${kindOf(thread.proposal.change)}`)}
        </span>
      )}
    </div>
  )
}

function kindOf(change: ProposedChange) {
  return change.kind === 'replaceText' && change.text === '' ? 'deleteText' : change.kind
}

const mostOfQuote = 90

function shortened(quote: string): string {
  return quote.length <= mostOfQuote ? quote : `${quote.slice(0, mostOfQuote).trimEnd()}…`
}
