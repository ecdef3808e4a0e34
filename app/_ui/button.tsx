import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

/**
 * A button with words. `kind`: `primary` (one a screen: the right next step), `secondary`, `quiet`.
 * `size`: `md` 36 px, `sm` 30 px; 44 px under a finger. `icon` stands before the words.
 * `disabledBecause` closes it and says why beside it; it stays reachable, so that the reason can be read out.
 */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  kind?: ButtonKind | undefined
  size?: ButtonSize | undefined
  icon?: ReactNode
  disabledBecause?: string | null | undefined
}

export type ButtonKind = 'primary' | 'secondary' | 'quiet'
export type ButtonSize = 'md' | 'sm'

const kinds: Record<ButtonKind, string> = {
  primary:
    'border-accent bg-accent font-semibold text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-line-strong bg-raised font-medium text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent font-medium text-ink hover:bg-sunken',
}

const sizes: Record<ButtonSize, string> = {
  md: 'min-h-hit px-3.25 text-base [&_svg]:size-4.5',
  sm: 'min-h-hit-sm px-2.5 text-sm [&_svg]:size-3.75',
}

const closed = 'cursor-not-allowed border-line bg-sunken font-medium text-ink-3'

/** The look alone, for links that act as buttons: `<Link className={buttonLook('secondary')}>`. */
export function buttonLook(kind: ButtonKind = 'secondary', size: ButtonSize = 'md'): string {
  return classNames(frame, kinds[kind], sizes[size])
}

const frame =
  'inline-flex items-center justify-center gap-1.75 whitespace-nowrap rounded-md border py-0.5 leading-tight no-underline transition-colors [&_svg]:shrink-0'

export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'md', icon, disabledBecause, children, ...rest } = props
  const reasonId = useId()
  const open = (
    <button type="button" {...rest} className={classNames(buttonLook(kind, size), rest.className)}>
      {icon}
      {children}
    </button>
  )
  // One that can never be closed needs no frame; one that opens and closes keeps its own, and with it the focus.
  if (disabledBecause === undefined) return open
  if (disabledBecause === null || disabledBecause === '')
    return <span className="contents">{open}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <button
        type="button"
        {...rest}
        aria-disabled="true"
        aria-describedby={reasonId}
        className={classNames(frame, sizes[size], closed, rest.className)}
        onClick={refuse}
      >
        {icon}
        {children}
      </button>
      <span className="text-ink-2 text-sm" id={reasonId}>
        {disabledBecause}
      </span>
    </span>
  )
}

/** Also keeps a closed submit button from sending its form. */
function refuse(event: MouseEvent) {
  event.preventDefault()
}
