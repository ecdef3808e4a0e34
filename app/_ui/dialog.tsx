'use client'
import { Dialog as Parts } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

/**
 * A question or a form over the page; a sheet from below on a phone. Focus stays inside, Esc closes.
 * One that another asks out of stands alone until that one is answered.
 * Either `trigger` (a button) or `open` with `onOpenChange`. `footer` holds the buttons, the right next step last.
 * `size`: `sm` 400, `md` 560, `lg` 800 px. `initialFocus` names the first field when it is not the first control.
 */
export interface DialogProps {
  title: string
  description?: ReactNode
  trigger?: ReactElement | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg' | undefined
  initialFocus?: RefObject<HTMLElement | null> | undefined
  children?: ReactNode
}

const widths = { sm: 'sm:max-w-100', md: 'sm:max-w-140', lg: 'sm:max-w-200' }

const sheet =
  'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-lg border border-line bg-surface text-ink shadow-pop outline-none transition-opacity data-nested-dialog-open:opacity-0 data-ending-style:opacity-0 data-starting-style:opacity-0'

const centred =
  'sm:inset-x-4 sm:top-1/2 sm:bottom-auto sm:mx-auto sm:max-h-[88dvh] sm:-translate-y-1/2 sm:rounded-lg'

export function Dialog(props: DialogProps) {
  const {
    title,
    description,
    trigger,
    open,
    onOpenChange,
    footer,
    size = 'sm',
    initialFocus,
  } = props
  const t = useTranslations('shell')
  return (
    <Parts.Root
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
    >
      {trigger && <Parts.Trigger render={trigger} />}
      <Parts.Portal>
        <Parts.Backdrop className="fixed inset-0 z-50 bg-[rgb(20_16_10/0.45)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Parts.Popup
          className={classNames(sheet, centred, widths[size])}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Parts.Title className="text-lg">{title}</Parts.Title>
              {description && (
                <Parts.Description className="mt-0.5 text-ink-2 text-sm">
                  {description}
                </Parts.Description>
              )}
            </div>
            <Parts.Close
              render={<IconButton className="-mr-2" icon={<X />} label={t('close')} />}
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{props.children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Parts.Popup>
      </Parts.Portal>
    </Parts.Root>
  )
}

/** A button in the footer that closes the dialog: `<DialogClose><Button>Thôi</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Parts.Close render={children} />
}
