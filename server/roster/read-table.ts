import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { DomainError } from '#domain/errors.ts'
import { cleanCell } from './clean-cell.ts'
import type { ListColumns } from './columns.ts'
import { nameKey } from './name-key.ts'
import { readText } from './read-text.ts'
import { type Refusal, RosterRefused } from './refusal.ts'

/** A list as rows of cleaned cells under our names for the columns. Columns left out are not in it. */
export interface Table<Name extends string> {
  file: string
  rows: readonly TableRow<Name>[]
  leftOut: readonly string[]
  refusals: readonly Refusal[]
}

export interface TableRow<Name extends string> {
  line: number
  cells: Record<Name, string>
}

interface RawRow {
  line: number
  cells: string[]
}

/**
 * Reads one list: comma, semicolon or tab between the cells, quotes, any line ending.
 * Throws wrongHeader with the names of columns missing, unknown and written twice; RosterRefused when the
 * quotes do not close. Rows of another width than the header are refusals.
 */
export async function readTable<Name extends string>(
  path: string,
  columns: ListColumns<Name>,
): Promise<Table<Name>> {
  const file = basename(path)
  const text = (await readText(path)).replace(/\r\n?/g, '\n')
  const [header, ...body] = splitRows(file, text, delimiterOf(text))
  const titles = header?.cells ?? []
  const places = findColumns(file, titles, columns)
  const refusals: Refusal[] = []
  const rows: TableRow<Name>[] = []
  for (const raw of body) {
    if (raw.cells.every((cell) => cell === '')) continue
    if (raw.cells.length === titles.length) rows.push({ line: raw.line, cells: pick(raw, places) })
    else refusals.push(wrongWidth(file, raw, titles.length))
  }
  const leftOut = columns.leftOut.filter((title) => titles.some((own) => sameTitle(own, title)))
  return { file, rows, leftOut, refusals }
}

function splitRows(file: string, text: string, delimiter: string): RawRow[] {
  const rows: RawRow[] = []
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        // The parser has counted up to the record's last line; a quoted cell may hold line breaks.
        const line = lines - record.join('').split('\n').length + 1
        rows.push({ line, cells: record.map(cleanCell) })
        return undefined
      },
    })
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    throw new RosterRefused([
      { file, line, column: null, reason: 'badQuotes', value: '', expected: '' },
    ])
  }
}

/** The sign that stands most often in the header. */
function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0] ?? ''
  const count = (sign: string): number => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function findColumns<Name extends string>(
  file: string,
  titles: readonly string[],
  columns: ListColumns<Name>,
): Map<Name, number> {
  const wanted = Object.entries<string>(columns.read) as [Name, string][]
  const known = [...wanted.map(([, title]) => title), ...columns.leftOut]
  const missing = wanted
    .map(([, title]) => title)
    .filter((title) => !titles.some((own) => sameTitle(own, title)))
  const unknown = titles.filter((own) => !known.some((title) => sameTitle(own, title)))
  const twice = titles.filter((own, i) => titles.findIndex((other) => sameTitle(own, other)) < i)
  if (missing.length + unknown.length + twice.length > 0) {
    throw new DomainError('wrongHeader', {
      file,
      ...listed('missing', missing),
      ...listed('unknown', unknown),
      ...listed('twice', twice),
    })
  }
  return new Map(
    wanted.map(([name, title]) => [name, titles.findIndex((own) => sameTitle(own, title))]),
  )
}

function pick<Name extends string>(raw: RawRow, places: Map<Name, number>): Record<Name, string> {
  const entries = [...places].map(([name, place]) => [name, raw.cells[place] ?? ''])
  return Object.fromEntries(entries) as Record<Name, string>
}

function wrongWidth(file: string, raw: RawRow, width: number): Refusal {
  const value = String(raw.cells.length)
  return { file, line: raw.line, column: null, reason: 'cellCount', value, expected: String(width) }
}

function sameTitle(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b)
}

/** A detail only when there is something to name. A wrong file may have anything for titles: cut short. */
function listed(detail: string, titles: readonly string[]): Record<string, string> {
  if (titles.length === 0) return {}
  const names = titles.slice(0, 10).map((title) => (title === '' ? '""' : title.slice(0, 40)))
  return { [detail]: names.join(', ') }
}
