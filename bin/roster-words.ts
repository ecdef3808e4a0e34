// What `npm run roster` says: an import's report and its refusals, in the language that was asked for.
import { createTranslator } from 'next-intl'
import en from '#app/_words/en/roster.json' with { type: 'json' }
import vi from '#app/_words/vi/roster.json' with { type: 'json' }
import { errorText, type Language } from '#domain/error-texts.ts'
import type { DomainError } from '#domain/errors.ts'
import { type Refusal, RosterRefused } from '#server/roster/refusal.ts'
import type { RosterReport, RowCounts } from '#server/roster/roster-report.ts'

/** The words of one language. */
export type RosterWords = ReturnType<typeof rosterWords>

export function rosterWords(language: Language) {
  const messages = { roster: language === 'vi' ? vi : en }
  return createTranslator({ locale: language, messages, namespace: 'roster' })
}

/** How many places a screen can take; the rest are counted. */
const mostRefusals = 100
const mostNames = 20

/** The report as lines. */
export function reportLines(t: RosterWords, report: RosterReport, dryRun: boolean): string[] {
  const { commune, branches, missing, members, households, groups } = report
  const linked = branches.filter(({ hamlets }) => hamlets.length > 0)
  const unlinked = branches.filter(({ hamlets }) => hamlets.length === 0)
  const lines = [
    t('report.title', { commune }),
    dryRun && t('report.dryRun'),
    report.unchanged && t('report.unchanged'),
    report.newCommune && t('report.newCommune', { commune }),
    t('report.members', { ...members }),
    t('report.households', { ...households }),
    t('report.groups', { ...groups }),
    ...named(t, report.newBranches, (names) => t('report.newBranches', { names })),
    ...named(t, report.newHamlets, (names) => t('report.newHamlets', { names })),
    t('report.links', { linked: linked.length, all: branches.length }),
    ...linked.map((branch) =>
      t('report.link', { branch: branch.name, hamlets: branch.hamlets.join(', ') }),
    ),
    ...named(t, namesOf(unlinked), (names) => t('report.unlinked', { names })),
    ...named(t, missing.members, (codes, count) =>
      t('report.missingMembers', { count, codes, what: whatOf(members) }),
    ),
    ...named(t, missing.households, (codes, count) =>
      t('report.missingHouseholds', { count, codes, what: whatOf(households) }),
    ),
    ...named(
      t,
      report.emptyGroups.map(({ hamlet, name }) => `${hamlet} – ${name}`),
      (names, count) => t('report.emptyGroups', { count, names }),
    ),
    ...named(t, report.leftOut, (columns) => t('report.leftOut', { columns })),
  ]
  return lines.filter((line) => line !== false)
}

/** An expected failure as lines: every refused place, or the sentence of its code. */
export function failureLines(t: RosterWords, language: Language, error: DomainError): string[] {
  if (error instanceof RosterRefused) return refusalLines(t, error.refusals)
  const sentence = errorText(error.code, language, error.details)
  const why = unreadableReasons.find((reason) => reason === error.details['why'])
  if (error.code !== 'fileUnreadable' || !why) return [sentence]
  return [t(`unreadable.${why}`, { file: String(error.details['file']) })]
}

const unreadableReasons = ['notFound', 'notReadable', 'notUtf8', 'utf16', 'workbook'] as const

function refusalLines(t: RosterWords, refusals: readonly Refusal[]): string[] {
  const shown = refusals.slice(0, mostRefusals).map(({ file, line, column, ...what }) => {
    const { value, expected } = what
    const reason = t(`reason.${what.reason}`, { value, expected })
    return column === null
      ? t('refused.atRow', { file, line: String(line), reason })
      : t('refused.at', { file, line: String(line), column, reason })
  })
  const rest = refusals.length - shown.length
  const title = t('refused.title', { count: refusals.length })
  return [title, ...shown, ...(rest > 0 ? [t('refused.more', { count: rest })] : [])]
}

/** A line about names, when there are any; long lists are cut. */
function named(
  t: RosterWords,
  names: readonly string[],
  say: (names: string, count: number) => string,
): string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, mostNames).join(', ')
  const more = names.length - mostNames
  return [say(more > 0 ? t('report.more', { shown, more }) : shown, names.length)]
}

function namesOf(units: readonly { name: string }[]): string[] {
  return units.map(({ name }) => name)
}

function whatOf({ retired }: RowCounts): string {
  return retired > 0 ? 'retired' : 'kept'
}
