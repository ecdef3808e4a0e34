/** What of the history is shown: of which group, from which row backwards, and the plan as it was after which row. */
export interface HistoryPlace {
  groupId: string | null
  before: number | null
  at: number | null
}

/** Its address within the month. */
export function historyAddress(
  plan: { branchId: string; month: string },
  { groupId, before, at }: HistoryPlace,
): string {
  const query = new URLSearchParams()
  if (groupId !== null) query.set('group', groupId)
  if (before !== null) query.set('before', String(before))
  if (at !== null) query.set('at', String(at))
  const asked = query.size > 0 ? `?${query}` : ''
  return `/${plan.branchId}/${plan.month}/history${asked}`
}
