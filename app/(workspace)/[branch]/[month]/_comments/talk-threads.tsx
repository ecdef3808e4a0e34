import { ArrowDownWideNarrow } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { Button } from '#app/_ui/button.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { formatTime } from '#app/_words/format-day.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { useTalk } from './talk.ts'
import { ThreadList } from './thread-list.tsx'
import {
  isThreadOpen,
  passesThreadFilter,
  type ThreadFilter,
  type ThreadOrder,
  threadFilters,
} from './thread-order.ts'

/** The threads by filter, with the order above them. */
export function TalkThreads() {
  const t = useTranslations('advice.panel')
  const { advice } = useAdvice()
  const { me } = usePlanSession()
  const [filter, setFilter] = useFilterOfChosen()
  const [order, setOrder] = useState<ThreadOrder>('place')
  // Steady lists: passages are looked for again when the threads or the text changed, and not with every letter.
  const lists = useMemo(() => listsOf(advice.threads, me.personId), [advice.threads, me.personId])
  if (advice.readAt === null && !advice.isStale && advice.threads.length === 0) {
    return <p className="py-6 text-center text-ink-2">{t('reading')}</p>
  }
  return (
    <div className="grid gap-2.5">
      {advice.isStale && (
        <p className="text-ink-2 text-sm" role="status">
          {advice.readAt === null
            ? t('neverRead')
            : t('readAt', { when: formatTime(advice.readAt) })}
        </p>
      )}
      <div className="relative">
        <Tabs
          label={t('filters')}
          onChange={setFilter}
          tabs={threadFilters.map((value) => ({
            value,
            label: t(`filter.${value}`),
            count: value === 'done' ? undefined : lists[value].length,
            panel: (
              <div className="grid gap-2 pt-1.5">
                <div className="-mr-2 justify-self-end">
                  <Button
                    aria-label={t('orderLabel', { order: t(`order.${order}`) })}
                    icon={<ArrowDownWideNarrow aria-hidden="true" />}
                    kind="quiet"
                    onClick={() => setOrder(order === 'place' ? 'time' : 'place')}
                    size="sm"
                  >
                    {t(`order.${order}`)}
                  </Button>
                </div>
                <ThreadList filter={value} order={order} threads={lists[value]} />
              </div>
            ),
          }))}
          value={filter}
        />
      </div>
    </div>
  )
}

function listsOf(
  threads: readonly ShownThread[],
  personId: string,
): Readonly<Record<ThreadFilter, readonly ShownThread[]>> {
  const passing = (filter: ThreadFilter) =>
    threads.filter((thread) => passesThreadFilter(thread, filter, personId))
  return { open: passing('open'), mentionsMe: passing('mentionsMe'), done: passing('done') }
}

/** Who is led to a thread sees it, whatever was filtered before; one that is settled under one's hands just goes. */
function useFilterOfChosen() {
  const { advice } = useAdvice()
  const { chosen } = useTalk()
  const [filter, setFilter] = useState<ThreadFilter>('open')
  const [shown, setShown] = useState<string | null>(null)
  const thread = advice.threads.find(({ id }) => id === chosen)
  useEffect(() => {
    if (!thread || thread.id === shown) return
    setShown(thread.id)
    setFilter((before) => (isThreadOpen(thread) ? (before === 'done' ? 'open' : before) : 'done'))
  }, [thread, shown])
  return [filter, setFilter] as const
}
