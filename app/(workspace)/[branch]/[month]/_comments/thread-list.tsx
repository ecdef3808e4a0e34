import { MessageSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ShownThread } from '#app/_advice/lay-unsent.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { usePlanSession } from '../_session/plan-session.tsx'
import { usePlanView } from '../_session/use-plan-view.ts'
import { ThreadCard } from './thread-card.tsx'
import { orderThreads, type ThreadFilter, type ThreadOrder } from './thread-order.ts'
import { usePassageSpans } from './use-passage-spans.ts'

interface ThreadListProps {
  threads: readonly ShownThread[]
  filter: ThreadFilter
  order: ThreadOrder
}

/** The threads that pass the filter, in the chosen order. */
export function ThreadList({ threads, filter, order }: ThreadListProps) {
  const t = useTranslations('advice.panel')
  const { roster } = usePlanSession()
  const view = usePlanView()
  const spans = usePassageSpans(threads)
  const passageAt = ({ id }: ShownThread) => spans.get(id)?.from ?? Number.MAX_SAFE_INTEGER
  const sorted = orderThreads(threads, order, { view, roster, passageAt })
  if (sorted.length === 0) {
    return (
      <EmptyState icon={<MessageSquare />} level={3} title={t(`empty.${filter}`)}>
        {filter === 'open' ? t('emptyHint') : null}
      </EmptyState>
    )
  }
  return (
    <ul className="grid gap-2.5">
      {sorted.map((thread) => (
        <li key={thread.id}>
          <ThreadCard isLost={isLost(thread, spans)} thread={thread} />
        </li>
      ))}
    </ul>
  )
}

function isLost({ id, place }: ShownThread, spans: ReadonlyMap<string, unknown>): boolean {
  return place.kind === 'passage' && spans.get(id) === null
}
