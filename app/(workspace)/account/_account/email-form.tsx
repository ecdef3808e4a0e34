'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Field, Input } from '#app/_ui/field.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { useSentForm } from '#app/(auth)/_column/use-sent-form.ts'
import { errorText } from '#domain/error-texts.ts'
import type { ErrorCode } from '#domain/errors.ts'
import { changeEmail } from '../actions.ts'

/** One's own address for notices by mail: given, changed, removed. */
export function EmailForm({ address }: { address: string | null }) {
  const t = useTranslations('auth.account')
  const why = useTranslations('auth.refused')
  const language = useLocale()
  const [text, setText] = useState(address ?? '')
  const { answer, isSending, onSubmit } = useSentForm(changeEmail, (given) => {
    if (given.ok) setText(given.address ?? '')
  })
  const latest = isSending ? null : answer
  const refused = latest && !latest.ok ? latest.code : null
  const wordsFor = (code: ErrorCode | 'noAnswer') =>
    code === 'noAnswer' ? why(code) : errorText(code, language)
  return (
    <form className="grid max-w-100 gap-4" onSubmit={onSubmit}>
      {latest?.ok && (
        <Notice level="done" live title={t(latest.address ? 'emailSaved' : 'emailRemoved')} />
      )}
      <Field error={refused && wordsFor(refused)} label={t('emailField')}>
        <Input
          autoComplete="email"
          inputMode="email"
          maxLength={254}
          name="email"
          onChange={(event) => setText(event.currentTarget.value)}
          value={text}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit">{t('emailSave')}</Button>
        {address !== null && (
          <Button kind="quiet" name="remove" type="submit" value="1">
            {t('emailRemove')}
          </Button>
        )}
      </div>
    </form>
  )
}
