import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { isWaiting, type LateItemView } from '#domain/late/late-view.ts'
import { readLateEdit } from '../_record/desk-link.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { lateAddress } from './late-address.ts'
import { useLateWords } from './use-late-words.ts'

/** What became of a refused draft that lies with the secretary, and the way to its page. */
export function DraftVerdicts({ lateEditId }: { lateEditId: string }) {
  const t = useTranslations('late.draft')
  const { roster, month } = usePlanSession()
  const { items, isFailed, readAgain } = useLateItems(lateEditId)
  const words = useLateWords()
  const isVerdict = (verdict: 'takenUp' | 'dismissed') => (item: LateItemView) =>
    item.verdict?.verdict === verdict
  const waiting = items?.filter(isWaiting).length ?? 0
  const takenUp = items?.filter(isVerdict('takenUp')).length ?? 0
  const dismissed = items?.filter(isVerdict('dismissed')) ?? []
  return (
    <div className="mt-1 grid gap-0.5">
      {items === null && !isFailed ? <p>{t('reading')}</p> : null}
      {isFailed ? (
        <p className="flex flex-wrap items-center gap-x-2">
          {t('failed')}
          <Button onClick={readAgain} size="sm">
            {t('readAgain')}
          </Button>
        </p>
      ) : null}
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

interface LateItems {
  /** Null until they are read. */
  items: readonly LateItemView[] | null
  /** The last time they could not be read. */
  isFailed: boolean
  readAgain: () => void
}

function useLateItems(lateEditId: string): LateItems {
  const { roster, month, onRecord } = usePlanSession()
  const [items, setItems] = useState<LateItems['items']>(null)
  const [isFailed, setFailed] = useState(false)
  const latest = useRef<(() => void) | null>(null)
  const branchId = roster.branch.id
  useEffect(() => {
    let isOver = false
    const read = async () => {
      setFailed(false)
      const found = await readLateEdit({ branchId, month }, lateEditId)
      if (isOver) return
      setFailed(found === null)
      if (found !== null) setItems(found)
    }
    const ask = () => void read()
    latest.current = ask
    ask()
    const stop = onRecord(ask)
    return () => {
      isOver = true
      stop()
    }
  }, [branchId, month, lateEditId, onRecord])
  return { items, isFailed, readAgain: () => latest.current?.() }
}
