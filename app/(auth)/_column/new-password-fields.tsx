'use client'
import { useTranslations } from 'next-intl'
import { RefusalNotice } from '../sign-in/refusal-notice.tsx'
import { PasswordInput } from './password-input.tsx'

/** Why a password was not taken. */
export interface PasswordRefused {
  code: string
  details?: Readonly<Record<string, string | number>>
}

export interface NewPasswordFieldsProps {
  /** The account's page asks for the present password; the first sign-in has just had it. */
  asksCurrent: boolean
  username: string
  refused: PasswordRefused | null
}

const aboutNext = [
  'passwordTooShort',
  'passwordTooLong',
  'passwordTooCommon',
  'passwordUnchanged',
] as const

/** The fields of a new password, each with what is wrong with it. */
export function NewPasswordFields({ asksCurrent, username, refused }: NewPasswordFieldsProps) {
  const t = useTranslations('auth.account')
  const why = useTranslations('auth.refused')
  const code = refused?.code
  const next = aboutNext.find((known) => known === code)
  const isCurrent = asksCurrent && code === 'wrongPassword'
  const isAgain = code === 'passwordsDiffer'
  const { least = 12, most = 128, minutes, until } = refused?.details ?? {}
  return (
    <>
      {refused && !next && !isCurrent && !isAgain && (
        <RefusalNotice
          code={refused.code}
          minutes={typeof minutes === 'number' ? minutes : null}
          until={typeof until === 'number' ? until : null}
        />
      )}
      <input autoComplete="username" hidden name="username" readOnly value={username} />
      {asksCurrent && (
        <PasswordInput
          autoComplete="current-password"
          error={isCurrent ? why('wrongCurrent') : null}
          label={t('current')}
          name="current"
          required
        />
      )}
      <PasswordInput
        autoComplete="new-password"
        error={next ? why(next, { least, most }) : null}
        label={t('next')}
        name="next"
        required
      />
      <PasswordInput
        autoComplete="new-password"
        error={isAgain ? why('passwordsDiffer') : null}
        label={t('again')}
        name="again"
        required
      />
    </>
  )
}
