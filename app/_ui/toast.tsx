'use client'
import { useTranslations } from 'next-intl'
import { Toaster as Parts, toast } from 'sonner'

/** How long a toast stays, long enough to read it and to reach its button. */
const staysMs = 8_000

/**
 * Says what just happened, at the lower edge, read out politely. `action` is one button, usually the way back
 * (`{ label: 'Hoàn tác', run: undo }`). `tone` `block` for what failed. The same `id` replaces the toast before.
 */
export interface ToastMessage {
  text: string
  action?: { label: string; run: () => void } | undefined
  tone?: 'plain' | 'block' | undefined
  id?: string | undefined
}

export function showToast({ text, action, tone = 'plain', id }: ToastMessage): void {
  const options = {
    duration: staysMs,
    className: tones[tone],
    ...(id === undefined ? {} : { id }),
    ...(action === undefined
      ? {}
      : { action: { label: action.label, onClick: () => action.run() } }),
  }
  if (tone === 'block') toast.error(text, options)
  else toast(text, options)
}

const tones = {
  plain: 'border-line bg-ink text-canvas',
  block: 'border-block-line bg-block-soft text-ink',
}

const look = {
  toast:
    'font-sans flex w-full items-center gap-3 rounded-lg border py-2 pr-2 pl-4 text-base shadow-lift',
  content: 'min-w-0 flex-1 leading-tight',
  icon: 'shrink-0',
  actionButton:
    'min-h-hit-sm shrink-0 rounded-md px-2.5 font-semibold underline underline-offset-4 hover:no-underline',
}

/** Where toasts stand; once, in the root layout. */
export function Toaster() {
  const t = useTranslations('shell')
  return (
    <Parts
      containerAriaLabel={t('messages')}
      gap={8}
      position="bottom-center"
      toastOptions={{ unstyled: true, classNames: look }}
    />
  )
}
