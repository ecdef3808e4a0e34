import { useTranslations } from 'next-intl'
import { Icon } from './icon.tsx'

/** Who looks after a group; when nobody does, that stands first and says so. */
export function InCharge({ names }: { names: readonly string[] }) {
  const t = useTranslations('light.group')
  if (names.length > 0) {
    return (
      <p className="pt-3">
        <span className="block text-ink-2 text-sm">{t('inCharge')}</span>
        <b>{names.join(', ')}</b>
      </p>
    )
  }
  return (
    <div className="mt-3 flex gap-2.5 rounded-lg border-[1.5px] border-block border-dashed bg-block-soft px-3.5 py-3 leading-tight">
      <Icon className="mt-0.5 text-block" name="block" />
      <div>
        <b className="text-block">{t('nobody')}</b>
        <p className="text-base">{t('nobodyText')}</p>
      </div>
    </div>
  )
}
