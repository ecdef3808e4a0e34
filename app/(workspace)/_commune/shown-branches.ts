import { type ShareName, shareNames } from '#domain/coverage.ts'
import { type BranchMonth, whereHelpIsNeeded } from '#domain/record/commune-month.ts'

/** What of the table is asked for, as it stands in the address. */
export interface Choice {
  order: 'help' | 'list'
  only: ShareName | null
}

/** Whatever an address says: what is not understood is the usual. */
export function readChoice(
  params: Readonly<Record<string, string | string[] | undefined>>,
): Choice {
  const only = shareNames.find((name) => name === params['only']) ?? null
  return { order: params['order'] === 'list' ? 'list' : 'help', only }
}

export function choiceQuery({ order, only }: Choice): string {
  const query = new URLSearchParams()
  if (order === 'list') query.set('order', order)
  if (only !== null) query.set('only', only)
  const text = query.toString()
  return text === '' ? '?' : `?${text}`
}

/** The branches that the choice leaves, in its order. */
export function shownBranches(all: readonly BranchMonth[], { order, only }: Choice): BranchMonth[] {
  const kept = all.filter(({ figures }) => only === null || figures[only].done < figures[only].all)
  return order === 'list' ? kept : whereHelpIsNeeded(kept)
}
