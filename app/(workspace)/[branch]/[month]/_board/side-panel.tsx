import { Dialog as Parts } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '#app/_ui/icon-button.tsx'

interface SidePanelProps {
  title: string
  description?: string | undefined
  onClose: () => void
  /** Stands in the head before the button that closes, and below everything that scrolls. */
  headEnd?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** A panel at the right edge that leaves the board in sight; the whole screen on a phone. Esc closes it. */
export function SidePanel(props: SidePanelProps) {
  const { title, description, onClose, children } = props
  const t = useTranslations('shell')
  return (
    <Parts.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Parts.Portal>
        <Parts.Backdrop className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.25)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Parts.Popup className="fixed inset-0 z-50 flex flex-col border-line bg-surface text-ink shadow-pop outline-none sm:left-auto sm:w-105 sm:border-l">
          <header className="flex items-start gap-3 border-b border-line py-3 pr-3 pl-5">
            <div className="min-w-0 flex-1">
              <Parts.Title className="text-xl">{title}</Parts.Title>
              {description && (
                <Parts.Description className="text-sm text-ink-2">{description}</Parts.Description>
              )}
            </div>
            {props.headEnd}
            <Parts.Close render={<IconButton icon={<X />} label={t('close')} />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-8">{children}</div>
          {props.foot}
        </Parts.Popup>
      </Parts.Portal>
    </Parts.Root>
  )
}
