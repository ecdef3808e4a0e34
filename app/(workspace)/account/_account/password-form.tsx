'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { NewPasswordFields } from '#app/(auth)/_column/new-password-fields.tsx'
import { useSentForm } from '#app/(auth)/_column/use-sent-form.ts'
import {
  changePassword,
  changePasswordWithoutScript,
} from '#app/(auth)/account/password/actions.ts'

/** Changes one's own password; the other devices are signed out with it. */
export function PasswordForm({ username }: { username: string }) {
  const t = useTranslations('auth.account')
  const [before, action] = useActionState(changePasswordWithoutScript, null)
  const { answer, isSending, onSubmit } = useSentForm(changePassword, (given, form) => {
    if (given.ok) form.reset()
  })
  const latest = isSending ? null : (answer ?? before)
  return (
    <form action={action} className="grid max-w-100 gap-4" onSubmit={onSubmit}>
      {latest?.ok && <Notice level="done" live title={t('changed')} />}
      <NewPasswordFields
        asksCurrent
        refused={latest && !latest.ok ? latest : null}
        username={username}
      />
      <div>
        <Button type="submit">{isSending ? t('changing') : t('change')}</Button>
      </div>
    </form>
  )
}
