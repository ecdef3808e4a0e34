import { z } from 'zod'
import type { ListWords } from './list-words.ts'
import type { TableRow } from './read-table.ts'
import type { Refusal, RefusalReason } from './refusal.ts'

const nameLetters = /^[\p{L}\p{M} '’ʼ.-]{1,100}$/u
const unitLetters = /^[\p{L}\p{M}\p{N} '’ʼ.,()/-]{1,120}$/u
const codeLetters = /^[\p{L}\p{N}._/-]{1,40}$/u

const cellIssue = z.object({
  reason: z.custom<RefusalReason>((reason) => typeof reason === 'string'),
  expected: z.string(),
})

function refuse(context: z.RefinementCtx, reason: RefusalReason, expected = ''): never {
  context.addIssue({ code: 'custom', params: { reason, expected } })
  return z.NEVER
}

function matching(pattern: RegExp, reason: RefusalReason) {
  return z.string().transform((text, context): string => {
    if (text === '') return refuse(context, 'missing')
    return pattern.test(text) ? text : refuse(context, reason)
  })
}

/** The office's own code of a member or a household. */
export const codeCell = matching(codeLetters, 'badCode')

/** A person's name exactly as on their papers: any letters, one word or many, apostrophes. */
export const personCell = matching(nameLetters, 'badName')

/** The name of a branch, hamlet or group. */
export const unitCell = matching(unitLetters, 'badName')

/** The same, or nothing. */
export const optionalUnitCell = z.string().transform((text, context): string | null => {
  if (text === '') return null
  return unitLetters.test(text) ? text : refuse(context, 'badName')
})

/** A whole number within a range. */
export function numberCell(least: number, most: number) {
  return z.string().transform((text, context): number => {
    if (text === '') return refuse(context, 'missing')
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    return refuse(context, 'badNumber', `${least}–${most}`)
  })
}

/** The same, or nothing. */
export function optionalNumberCell(least: number, most: number) {
  const written = numberCell(least, most)
  return z.preprocess((text) => (text === '' ? null : text), written.nullable())
}

/** One word of a closed list; an empty cell is `whenEmpty`, or refused when that is not given. */
export function wordCell<Value extends string, Empty extends Value | null = never>(
  words: ListWords<Value>,
  ...[whenEmpty]: [whenEmpty?: Empty]
) {
  return z.string().transform((text, context): Value | Empty => {
    if (text === '') return whenEmpty === undefined ? refuse(context, 'missing') : whenEmpty
    return words.find(text) ?? refuse(context, 'unknownWord', words.allowed)
  })
}

/** Words of a closed list with semicolons between them; each once, in the order written. */
export function wordsCell<Value extends string>(words: ListWords<Value>) {
  return z.string().transform((text, context): Value[] => {
    const written = text.split(';').map((word) => word.trim())
    const found = written
      .filter((word) => word !== '')
      .map((word) => words.find(word) ?? refuse(context, 'unknownWord', words.allowed))
    return [...new Set(found)]
  })
}

/** Reads one row with a schema of cells: its value, or null and a refusal for each cell that is wrong. */
export function readRow<Name extends string, Row>(
  schema: z.ZodType<Row>,
  row: TableRow<Name>,
  place: { file: string; titles: Readonly<Record<Name, string>> },
): { value: Row | null; refusals: Refusal[] } {
  const read = schema.safeParse(row.cells)
  if (read.success) return { value: read.data, refusals: [] }
  const cells: Readonly<Record<string, string>> = row.cells
  const titles: Readonly<Record<string, string>> = place.titles
  const refusals = read.error.issues.map((issue): Refusal => {
    const { reason, expected } = cellIssue.parse(issue.code === 'custom' ? issue.params : {})
    const name = String(issue.path[0])
    const value = (cells[name] ?? '').slice(0, 40)
    return {
      file: place.file,
      line: row.line,
      column: titles[name] ?? null,
      reason,
      value,
      expected,
    }
  })
  return { value: null, refusals }
}
