// What `npm run people` says: what was done, or why nothing was, in the language that was asked for.
import { createTranslator } from 'next-intl'
import authEn from '#app/_words/en/auth.json' with { type: 'json' }
import wordsEn from '#app/_words/en/words.json' with { type: 'json' }
import authVi from '#app/_words/vi/auth.json' with { type: 'json' }
import wordsVi from '#app/_words/vi/words.json' with { type: 'json' }
import type { Language } from '#domain/error-texts.ts'
import type { Done } from '#server/auth/office/carry-out.ts'
import type { OfficeRefusal } from '#server/auth/office/office-refusal.ts'

/** The words of one language. */
export type PeopleWords = ReturnType<typeof peopleWords>

export function peopleWords(language: Language) {
  const messages =
    language === 'vi'
      ? { command: authVi.command, role: wordsVi.role }
      : { command: authEn.command, role: wordsEn.role }
  return createTranslator({ locale: language, messages })
}

/** How many names a screen can take. */
const mostChoices = 30

/** What was done; the only place where a one-time password is written. */
export function doneLines(t: PeopleWords, done: Done): string[] {
  const values = {
    name: done.fullName,
    username: done.username,
    role: done.role ? t(`role.${done.role}`) : '',
    unit: done.unitName ?? '',
  }
  const lines = [t(`command.${done.key}`, values)]
  if (done.oneTimePassword) {
    lines.push(
      '',
      t('command.oneTime', { password: done.oneTimePassword }),
      t('command.oneTimeHint'),
    )
  }
  if (done.isDisabled && done.key !== 'disabled') {
    lines.push(t('command.stillDisabled', { username: done.username }))
  }
  return lines
}

export function refusalLines(t: PeopleWords, { key, values, choices }: OfficeRefusal): string[] {
  const lines = [t(`command.refused.${key}`, values)]
  if (key === 'unknownUnit' || key === 'unknownCommune') {
    lines.push(choices.length > 0 ? t('command.choices') : t('command.noUnits'))
  }
  lines.push(...choices.slice(0, mostChoices).map((choice) => `  ${choice}`))
  if (choices.length > mostChoices) lines.push('  …')
  return [...lines, t('command.nothingChanged')]
}
