import { LockOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { RecordHead } from '#domain/record/record-desk.ts'
import { useDesk } from '../_record/use-desk.ts'
import { ReopenDialog } from './reopen-dialog.tsx'

/** The way back to drafting, for the secretary alone; the others are told who may. */
export function ReopenButton({ record }: { record: RecordHead }) {
  const t = useTranslations('record.reopen')
  const { mayReopen } = useDesk()
  const [isAsking, setAsking] = useState(false)
  if (!mayReopen) return <p className="text-ink-2 text-sm">{t('secretaryOnly')}</p>
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button icon={<LockOpen aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('open')}
      </Button>
      <p className="flex-1 text-ink-2 text-sm">{t('hint')}</p>
      {isAsking ? <ReopenDialog onClose={() => setAsking(false)} record={record} /> : null}
    </div>
  )
}
