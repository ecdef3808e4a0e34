'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { OutboxAct } from '#app/_advice/advice-outbox.ts'
import { unsentWords } from '#app/_advice/unsent-words.ts'
import { useAdviceOutbox } from '#app/_advice/use-advice.ts'
import { Count } from '#app/_ui/count.tsx'
import { formatMonth } from '#app/_words/format-month.ts'
import { Icon } from '../_parts/icon.tsx'

/** What this person said and the server has not taken, in any plan. `branches` are names by id. */
export function UnsentList({ branches }: { branches: Readonly<Record<string, string>> }) {
  const t = useTranslations('light.live.unsent')
  const { picture } = useAdviceOutbox()
  const unsent = unsentWords(picture.acts)
  if (unsent.length === 0) return null
  return (
    <section aria-labelledby="unsent">
      <h2 className="flex items-center gap-2 pt-4 pb-2 text-base" id="unsent">
        {t('title')}
        <Count value={unsent.length} />
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {unsent.map((item) => (
          <UnsentRow branches={branches} item={item} key={item.act.id} />
        ))}
      </ul>
    </section>
  )
}

function UnsentRow({
  item,
  branches,
}: {
  item: OutboxAct
  branches: Readonly<Record<string, string>>
}) {
  const t = useTranslations('light.live.unsent')
  const action = useTranslations('light.live.sending')
  const { outbox } = useAdviceOutbox()
  const language = useLocale()
  const { act, plan, state, message } = item
  const words = 'body' in act && act.body !== '' ? `“${act.body}”` : t(`kinds.${act.kind}`)
  const place =
    plan && `${branches[plan.branchId] ?? ''}, ${formatMonth(plan.month, language, 'inside')}`
  const isFailed = state === 'failed'
  return (
    <li className="flex min-h-16 gap-3 px-3.5 py-2.5 leading-tight">
      <Icon
        className={isFailed ? 'mt-0.5 text-block' : 'mt-0.5 text-reason'}
        name={isFailed ? 'block' : 'clock'}
      />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 text-base [overflow-wrap:anywhere]">{words}</p>
        <p className="text-ink-3 text-sm">
          {place}
          {!isFailed && `, ${t(state === 'sending' ? 'sending' : 'keptHere')}`}
        </p>
        {isFailed && (
          <>
            <p className="text-block text-sm">{message}</p>
            <p className="flex gap-5 text-sm">
              <button
                className="min-h-11 font-semibold text-accent"
                onClick={() => void outbox.retry(act.id)}
                type="button"
              >
                {action('again')}
              </button>
              <button
                className="min-h-11 font-medium text-ink-2"
                onClick={() => void outbox.discard(act.id)}
                type="button"
              >
                {action('giveUp')}
              </button>
            </p>
          </>
        )}
      </div>
    </li>
  )
}
