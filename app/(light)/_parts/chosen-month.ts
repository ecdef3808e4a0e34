import { isMonth } from '#domain/months.ts'

/** The month that an address asks for, when it is one of those that can be shown; else the one to begin with. */
export function chosenMonth(
  asked: string | string[] | undefined,
  { months, begin }: { months: readonly string[]; begin: string },
): string {
  return typeof asked === 'string' && isMonth(asked) && months.includes(asked) ? asked : begin
}
