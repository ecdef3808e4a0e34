'use client'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { Button, buttonLook } from '#app/_ui/button.tsx'
import { Field, Input } from '#app/_ui/field.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { PasswordInput } from '../_column/password-input.tsx'
import { useOverdue } from '../_column/use-overdue.ts'
import { useSentForm } from '../_column/use-sent-form.ts'
import { enter, enterWithoutScript } from './actions.ts'
import { RefusalNotice, type Refused } from './refusal-notice.tsx'

/** Where to go then, and a refusal that came by the address of the page. */
export interface SignInFormProps {
  to: string
  refused: Refused | null
}

/** How long nothing is said about a page that does not come, in milliseconds. */
const patienceMs = 10_000

export function SignInForm({ to, refused }: SignInFormProps) {
  const t = useTranslations('auth.signIn')
  useEffect(() => void forgetLastReader(), [])
  const [before, action] = useActionState(enterWithoutScript, null)
  const { answer, isSending, onSubmit } = useSentForm(enter, (given, form) => {
    // A whole new page: nothing of whoever was here before stays in memory.
    if (given.ok) window.location.assign(given.to)
    else clearPassword(form)
  })
  const latest = answer ?? before
  const isLeaving = isSending || latest?.ok === true
  const isOverdue = useOverdue(isLeaving, patienceMs)
  const shown = latest === null ? refused : latest.ok ? null : latest
  return (
    <form action={action} className="grid gap-4" onSubmit={onSubmit}>
      {shown && !isSending && <RefusalNotice {...shown} />}
      {isOverdue && (
        <Notice
          // A plain link: the whole page is asked for anew.
          action={
            <a className={buttonLook('secondary')} href={to}>
              {t('openAgain')}
            </a>
          }
          level="reason"
          live
          title={t('overdue')}
        />
      )}
      <input name="to" type="hidden" value={to} />
      <Field label={t('username')}>
        <Input
          autoCapitalize="none"
          autoComplete="username"
          autoCorrect="off"
          autoFocus={!before}
          className="text-lg sm:text-base"
          defaultValue={before?.username}
          maxLength={64}
          name="username"
          required
          spellCheck={false}
        />
      </Field>
      <PasswordInput
        autoComplete="current-password"
        autoFocus={before !== null}
        label={t('password')}
        name="password"
        required
      />
      <Button className="mt-1 w-full" kind="primary" type="submit">
        {isLeaving ? t('submitting') : t('submit')}
      </Button>
    </form>
  )
}

/** Nobody is signed in here any more: what the last one read does not stay for the next. */
async function forgetLastReader(): Promise<void> {
  const shelf = await import('#app/_advice/act-shelf.ts')
  await shelf.forgetWhatWasRead()
}

/** The name stays, the password is typed anew. */
function clearPassword(form: HTMLFormElement): void {
  const field = form.elements.namedItem('password')
  if (!(field instanceof HTMLInputElement)) return
  field.value = ''
  field.focus()
}
