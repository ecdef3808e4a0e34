// npm run people: lets people in, gives them roles, closes accounts. For the office, at the server.
import { parseArgs } from 'node:util'
import { errorText, type Language } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import { carryOut } from '#server/auth/office/carry-out.ts'
import { type OfficeOrder, officeOrder } from '#server/auth/office/office-orders.ts'
import { OfficeRefusal } from '#server/auth/office/office-refusal.ts'
import { withOfficeDatabase } from './office-database.ts'
import { doneLines, type PeopleWords, peopleWords, refusalLines } from './people-words.ts'

const options = {
  name: { type: 'string' },
  username: { type: 'string' },
  role: { type: 'string' },
  unit: { type: 'string' },
  commune: { type: 'string' },
  member: { type: 'string' },
  remove: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

process.exitCode = await main(process.argv.slice(2))

/** 0 when it was done, 1 when it was refused, 2 when the command was not understood. */
async function main(args: readonly string[]): Promise<number> {
  const language: Language = /--lang[ =]en(?= |$)/.test(args.join(' ')) ? 'en' : 'vi'
  const t = peopleWords(language)
  const order = understand(args, t)
  if (order === 'help') return say(process.stdout, [t('command.usage')], 0)
  if (typeof order === 'string') return say(process.stderr, [order, '', t('command.usage')], 2)
  try {
    const done = await withOfficeDatabase((database) => carryOut(database, order))
    return say(process.stdout, doneLines(t, done), 0)
  } catch (error) {
    if (error instanceof OfficeRefusal) return say(process.stderr, refusalLines(t, error), 1)
    if (!(error instanceof DomainError)) throw error
    const lines = [errorText(error.code, language, error.details), t('command.nothingChanged')]
    return say(process.stderr, lines, 1)
  }
}

function say(stream: NodeJS.WriteStream, lines: readonly string[], code: number): number {
  stream.write(`${lines.join('\n')}\n`)
  return code
}

/** The order, `help`, or a sentence about what is wrong with the arguments. */
function understand(args: readonly string[], t: PeopleWords): OfficeOrder | 'help' | string {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    const option = /'([^']*)'/.exec(String(error))?.[1] ?? args.join(' ')
    return t('command.unknownOption', { option })
  }
  const { values, positionals } = parsed
  const [verb, username = values.username, ...rest] = positionals
  if (values.help || verb === undefined || verb === 'help') return 'help'
  const { lang: _lang, help: _help, ...given } = values
  const read = officeOrder.safeParse({ ...given, verb, username })
  const [surplus] = rest
  if (surplus !== undefined) return t('command.unknownOption', { option: surplus })
  return read.success ? read.data : complaint(t, verb, given, read.error.issues[0])
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true })
}

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

function complaint(
  t: PeopleWords,
  verb: string,
  given: { role?: string | undefined },
  issue: Issue | undefined,
): string {
  const [field] = issue?.path ?? []
  if (field === 'verb') return t('command.unknownVerb', { verb })
  if (field === 'role' && given.role !== undefined)
    return t('command.wrongRole', { role: given.role })
  if (issue?.code === 'unrecognized_keys') {
    return t('command.unknownOption', { option: `--${issue.keys?.[0] ?? ''}` })
  }
  return t('command.missing', { what: `--${String(field)}` })
}
