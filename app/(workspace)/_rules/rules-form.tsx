'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Field, Input } from '#app/_ui/field.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { useSentForm } from '#app/(auth)/_column/use-sent-form.ts'
import { errorText } from '#domain/error-texts.ts'
import { type CommuneRules, checkKinds, defaultRules } from '#domain/record/commune-rules.ts'
import { saveRules } from './actions.ts'
import { WeightRow } from './weight-row.tsx'

/** How many sign-offs, by which day, and what each check weighs. */
export function RulesForm({ communeId, rules }: { communeId: string; rules: CommuneRules }) {
  const t = useTranslations('record.rules')
  const language = useLocale()
  const [shown, setShown] = useState({ rules, turn: 0 })
  const { answer, isSending, onSubmit } = useSentForm(
    (form) => saveRules(communeId, form),
    () => undefined,
  )
  const latest = isSending ? null : answer
  return (
    <form className="grid gap-5" onSubmit={onSubmit}>
      {/* Set anew as a whole; the button that does it stays, and with it the focus. */}
      <div className="grid gap-5" key={shown.turn}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field hint={t('signOffsHint')} label={t('signOffs')}>
            <Input
              className="num max-w-24"
              defaultValue={shown.rules.signOffs}
              max={7}
              min={0}
              name="signOffs"
              required
              type="number"
            />
          </Field>
          <Field hint={t('dueDayHint')} label={t('dueDay')}>
            <Input
              className="num max-w-24"
              defaultValue={shown.rules.dueDay}
              max={28}
              min={1}
              name="dueDay"
              required
              type="number"
            />
          </Field>
        </div>
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised px-4 shadow-card">
          {checkKinds.map((kind) => (
            <WeightRow key={kind} kind={kind} weight={shown.rules.weights[kind]} />
          ))}
        </ul>
      </div>
      {latest ? (
        latest.ok ? (
          <Notice level="done" live title={t('saved')} />
        ) : (
          <Notice
            level="block"
            live
            title={latest.code === 'noAnswer' ? t('noAnswer') : errorText(latest.code, language)}
          />
        )
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button disabledBecause={isSending ? t('sending') : null} kind="primary" type="submit">
          {t('save')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => setShown({ rules: defaultRules, turn: shown.turn + 1 })}
        >
          {t('usual')}
        </Button>
      </div>
    </form>
  )
}
