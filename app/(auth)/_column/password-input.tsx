'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { Field, Input } from '#app/_ui/field.tsx'
import { IconButton } from '#app/_ui/icon-button.tsx'

/** A password with its label: can be shown, says when Caps Lock is on, never corrected or capitalised. */
export interface PasswordInputProps
  extends Pick<ComponentProps<'input'>, 'name' | 'autoComplete' | 'required' | 'autoFocus'> {
  label: string
  hint?: string | undefined
  error?: string | null | undefined
}

export function PasswordInput({ label, hint, error, ...input }: PasswordInputProps) {
  const t = useTranslations('auth.signIn')
  const [isShown, setShown] = useState(false)
  const [hasCapsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Field error={error} hint={hasCapsLock ? t('capsLock') : hint} label={label}>
      <div className="relative">
        <Input
          {...input}
          autoCapitalize="none"
          autoCorrect="off"
          className="pr-11 text-lg sm:text-base"
          maxLength={512}
          onBlur={() => setCapsLock(false)}
          onKeyDown={watch}
          onKeyUp={watch}
          spellCheck={false}
          type={isShown ? 'text' : 'password'}
        />
        <IconButton
          className="absolute inset-y-0 right-0 my-auto"
          icon={isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          label={isShown ? t('hide') : t('show')}
          onClick={() => setShown(!isShown)}
        />
      </div>
    </Field>
  )
}
