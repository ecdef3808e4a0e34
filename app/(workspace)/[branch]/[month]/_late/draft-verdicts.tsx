import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { LateDesk, LateItemView } from '#domain/late/late-view.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { lateAddress } from './late-address.ts'
import { useLateWords } from './use-late-words.ts'

/** What became of a refused draft that lies with the secretary, and the way to its page. */
export function DraftVerdicts({ lateEditId }: { lateEditId: string }) {
  const t = useTranslations('late.draft')
  const { roster, month } = usePlanSession()
  const items = useLateItems(lateEditId)
  const words = useLateWords()
  const isVerdict = (verdict: 'takenUp' | 'dismissed') => (item: LateItemView) =>
    item.verdict?.verdict === verdict
  const waiting = items?.filter(({ verdict }) => verdict === null).length ?? 0
  const takenUp = items?.filter(isVerdict('takenUp')).length ?? 0
  const dismissed = items?.filter(isVerdict('dismissed')) ?? []
  return (
    <div className="mt-1 grid gap-0.5">
      {items === null ? <p>{t('reading')}</p> : null}
      {waiting > 0 ? <p>{t('waiting', { count: waiting })}</p> : null}
      {takenUp > 0 ? <p>{t('takenUp', { count: takenUp })}</p> : null}
      {dismissed.map(({ key, change, verdict }) => (
        <p className="wrap-anywhere" key={key}>
          {t('dismissed', { what: words(change), reason: verdict?.reason ?? '' })}
        </p>
      ))}
      <p>
        <Link
          className="text-accent-ink underline hover:no-underline"
          href={lateAddress(roster.branch.id, month, month)}
        >
          {t('link')}
        </Link>
      </p>
    </div>
  )
}

/** Null until they are read, and when they cannot be. */
function useLateItems(lateEditId: string): readonly LateItemView[] | null {
  const { roster, month, onRecord } = usePlanSession()
  const [items, setItems] = useState<readonly LateItemView[] | null>(null)
  const branchId = roster.branch.id
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const query = new URLSearchParams({ branch: branchId, month })
      const answer = await fetch(`/api/late?${query}`, { cache: 'no-store' }).catch(() => null)
      if (!answer?.ok || isOver) return
      const { edits } = (await answer.json()) as LateDesk
      if (!isOver) setItems(edits.find(({ id }) => id === lateEditId)?.items ?? null)
    }
    void read()
    const stop = onRecord(() => void read())
    return () => {
      isOver = true
      stop()
    }
  }, [branchId, month, lateEditId, onRecord])
  return items
}
