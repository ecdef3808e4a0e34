import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { formatTime } from '#app/_words/format-day.ts'
import { DraftVerdicts } from '../_late/draft-verdicts.tsx'
import { ChangeList } from './change-list.tsx'
import { usePlanStore } from './plan-session.tsx'

/** What the server refused, why, and for copying; each stays until the person has done with it. */
export function RefusedDrafts() {
  const t = useTranslations('saving')
  const store = usePlanStore()
  const { drafts } = useSyncExternalStore(store.subscribe, store.read, store.read)
  return drafts.map((draft) => (
    <Notice
      className="mt-2"
      key={draft.at}
      level={draft.lateEditId === undefined ? 'block' : 'reason'}
      title={t(draft.lateEditId === undefined ? 'refusedTitle' : 'lateTitle', {
        time: formatTime(draft.at),
      })}
    >
      <p>{t(`refusedBecause.${draft.reason}`)}</p>
      {draft.lateEditId === undefined ? null : (
        <>
          <p>{t('keptForSecretary')}</p>
          <DraftVerdicts lateEditId={draft.lateEditId} />
        </>
      )}
      <ChangeList
        canCopy
        changes={draft.changes}
        title={t(draft.lateEditId === undefined ? 'unsentList' : 'lateList')}
      />
      <p className="mt-2">
        <Button onClick={() => store.forgetDraft(draft)} size="sm">
          {t('dismissDraft')}
        </Button>
      </p>
    </Notice>
  ))
}
