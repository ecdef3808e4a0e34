import { Bell, BellOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAdvice } from '#app/_advice/use-advice.ts'
import { IconButton } from '#app/_ui/icon-button.tsx'

/** Notices of this plan, on or off; on every device. */
export function MuteButton() {
  const t = useTranslations('advice.panel')
  const { advice, store } = useAdvice()
  return (
    <IconButton
      icon={advice.isMuted ? <BellOff /> : <Bell />}
      label={advice.isMuted ? t('unmute') : t('mute')}
      onClick={() => store.do({ kind: 'mute', muted: !advice.isMuted })}
      pressed={advice.isMuted}
    />
  )
}
