import type { Refusal } from './refusal.ts'

/** A refusal for each row whose code an earlier row of the file has. */
export function repeatedCodes(
  file: string,
  column: string,
  rows: readonly { line: number; cells: { code: string } }[],
): Refusal[] {
  const firstLine = new Map<string, number>()
  const refusals: Refusal[] = []
  for (const { line, cells } of rows) {
    const { code } = cells
    if (code === '') continue
    const first = firstLine.get(code)
    if (first === undefined) firstLine.set(code, line)
    else {
      const expected = String(first)
      refusals.push({ file, line, column, reason: 'duplicateCode', value: code, expected })
    }
  }
  return refusals
}
