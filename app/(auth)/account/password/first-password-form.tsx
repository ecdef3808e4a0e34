'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { NewPasswordFields } from '../../_column/new-password-fields.tsx'
import { useSentForm } from '../../_column/use-sent-form.ts'
import { changePassword, setFirstPassword } from './actions.ts'

/** Asks for a password of one's own, twice, before anything else opens. */
export function FirstPasswordForm({ username }: { username: string }) {
  const t = useTranslations('auth.firstPassword')
  const [before, action] = useActionState(setFirstPassword, null)
  const { answer, isSending, onSubmit } = useSentForm(changePassword, (given) => {
    if (given.ok) window.location.assign('/')
  })
  const latest = answer ?? before
  const refused = latest && !latest.ok && !isSending ? latest : null
  return (
    <form action={action} className="grid gap-4" onSubmit={onSubmit}>
      <NewPasswordFields asksCurrent={false} refused={refused} username={username} />
      <Button className="mt-1 w-full" kind="primary" type="submit">
        {isSending || latest?.ok ? t('saving') : t('save')}
      </Button>
    </form>
  )
}
