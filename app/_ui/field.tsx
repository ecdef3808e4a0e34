'use client'
import { Field as Parts } from '@base-ui/react/field'
import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { NoticeIcon } from './notice-icon.tsx'
import { fieldLook } from './popup-look.ts'

/**
 * A label over a control, with a hint and the error under it, all tied together for screen readers.
 * The child is `<Input/>` or any Base UI control. `optional` says so beside the label;
 * what is required is not marked. `hideLabel` keeps the label for screen readers only.
 */
export interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | null | undefined
  optional?: boolean | undefined
  hideLabel?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}

export function Field({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const t = useTranslations('shell.field')
  return (
    <Parts.Root className={classNames('grid gap-1', className)} invalid={Boolean(error)}>
      <Parts.Label className={hideLabel ? 'sr-only' : 'text-ink-2 text-sm'}>
        {label}
        {optional && <span className="text-ink-3"> ({t('optional')})</span>}
      </Parts.Label>
      {children}
      {hint && <Parts.Description className="text-ink-3 text-sm">{hint}</Parts.Description>}
      {error && (
        <Parts.Error className="flex items-start gap-1.5 text-block text-sm" match>
          <NoticeIcon className="mt-0.5" level="block" size="sm" />
          {error}
        </Parts.Error>
      )}
    </Parts.Root>
  )
}

/** A one-line text field; stands inside `<Field>`. Takes every attribute of `<input>`. */
export function Input({ className, ...rest }: ComponentProps<typeof Parts.Control>) {
  return <Parts.Control {...rest} className={classNames(fieldLook, textOf(className))} />
}

/** A field of several lines; stands inside `<Field>`, which it is tied to as `<Input>` is. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <Parts.Control
      render={<textarea {...rest} className={classNames(fieldLook, 'py-2', className)} />}
    />
  )
}

function textOf(className: unknown): string | undefined {
  return typeof className === 'string' ? className : undefined
}
