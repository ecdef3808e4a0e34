// npm run roster: brings the office's lists of members and households into the database.
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '#server/db/database.ts'
import type { Progress } from '#server/roster/apply-changes.ts'
import { type ImportOrder, importRoster } from '#server/roster/import-roster.ts'
import { type RenameOrder, renameUnit } from '#server/roster/rename-unit.ts'
import { withOfficeDatabase } from './office-database.ts'
import { failureLines, type RosterWords, reportLines, rosterWords } from './roster-words.ts'

const options = {
  commune: { type: 'string' },
  retire: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  from: { type: 'string' },
  to: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Order =
  | { verb: 'help' }
  | ({ verb: 'import' } & ImportOrder)
  | ({ verb: 'rename-unit' } & RenameOrder)

process.exitCode = await main(process.argv.slice(2))

/** 0 when it was done, 1 when it was refused, 2 when the command was not understood. */
async function main(args: readonly string[]): Promise<number> {
  const language: Language = /--lang[ =]en(?= |$)/.test(args.join(' ')) ? 'en' : 'vi'
  const t = rosterWords(language)
  const order = understand(args)
  if (order === null) return say(process.stderr, [t('notUnderstood'), t('usage')], 2)
  if (order.verb === 'help') return say(process.stdout, [t('usage')], 0)
  try {
    const done = await withOfficeDatabase((database) => carryOut(database, t, order))
    return say(process.stdout, done, 0)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return say(process.stderr, failureLines(t, language, error), 1)
  }
}

function say(stream: NodeJS.WriteStream, lines: readonly string[], code: number): number {
  stream.write(`${lines.join('\n')}\n`)
  return code
}

/** What the arguments ask for; null when they ask for nothing that we know. */
function understand(args: readonly string[]): Order | null {
  const given = parse(args)
  if (given === null) return null
  const { values, positionals } = given
  const { commune, from, to, retire, 'dry-run': dryRun } = values
  const [verb = 'help', members, households, ...rest] = positionals
  if (values.help || verb === 'help') return { verb: 'help' }
  if (verb === 'import' && commune && members && households && rest.length === 0) {
    const files = { members: fromWhereTyped(members), households: fromWhereTyped(households) }
    return { verb, commune, ...files, retire, dryRun }
  }
  if (verb === 'rename-unit' && from && to && !members) return { verb, from, to, commune }
  return null
}

/** npm runs a script in the project's folder, wherever it was typed. */
function fromWhereTyped(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? '.', file)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    return null
  }
}

async function carryOut(
  database: Database,
  t: RosterWords,
  order: Exclude<Order, { verb: 'help' }>,
): Promise<string[]> {
  if (order.verb === 'rename-unit') {
    await renameUnit(database, order)
    return [t('renamed', { from: order.from, to: order.to })]
  }
  const onProgress: Progress = (kind, done, all) => {
    process.stdout.write(`${t(`progress.${kind}`, { done, all })}\n`)
  }
  const begun = performance.now()
  const report = await importRoster(database, { ...order, onProgress })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  return [...reportLines(t, report, order.dryRun === true), t('report.time', { seconds })]
}
