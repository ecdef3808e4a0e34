import { DomainError } from '#domain/errors.ts'

export const refusalReasons = [
  'missing',
  'badCode',
  'duplicateCode',
  'badName',
  'badNumber',
  'unknownWord',
  'unknownHamlet',
  'cellCount',
  'badQuotes',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** One cell, or one row, of a list that cannot be taken. */
export interface Refusal {
  file: string
  /** As an editor counts: the header is line 1. */
  line: number
  /** The header's own word; null when the row as a whole is wrong. */
  column: string | null
  reason: RefusalReason
  /** What stands in the cell, cut to 40 characters. */
  value: string
  /** What would be right: the words allowed, the range, the line of the first of two. */
  expected: string
}

/** The lists cannot be taken: nothing was changed, and each refusal says what to mend. */
export class RosterRefused extends DomainError {
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super('rosterRefused', { count: refusals.length })
    this.refusals = refusals
  }
}
