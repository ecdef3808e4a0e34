import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'

/** Copies a text and says whether it could; `onCopied` when it did. */
export function CopyButton({ text, onCopied }: { text: string; onCopied?: () => void }) {
  const t = useTranslations('saving')
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = async () => {
    // Absent in pages that are not served securely, refused when the person says no.
    const copied = await Promise.resolve(navigator.clipboard?.writeText(text)).then(
      () => navigator.clipboard !== undefined,
      () => false,
    )
    setOutcome(copied ? 'copied' : 'copyFailed')
    if (copied) onCopied?.()
  }
  return (
    <span className="inline-flex items-center gap-2">
      <Button icon={<Copy aria-hidden="true" />} onClick={copy} size="sm">
        {t('copy')}
      </Button>
      <span className="text-ink-2 text-sm empty:hidden" role="status">
        {outcome ? t(outcome) : null}
      </span>
    </span>
  )
}
