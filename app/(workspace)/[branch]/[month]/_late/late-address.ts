import { isMonth } from '#domain/months.ts'

/** Where the late changes of a month are listed; `into` the plan of another, later one. */
export function lateAddress(branchId: string, into: string, of: string): string {
  return `/${branchId}/${into}/late${of === into ? '' : `?of=${of}`}`
}

/** The month whose late changes an address asks for: an earlier one, or the page's own. */
export function lateMonthOf(of: string | string[] | undefined, month: string): string {
  return typeof of === 'string' && isMonth(of) && of < month ? of : month
}
