/** Listed rows against recorded ones, matched by code. */
export interface RowChanges<Facts> {
  added: readonly Facts[]
  changed: readonly (Facts & { id: string })[]
  /** Codes that were retired and are listed again; they are among `changed` too. */
  returned: readonly string[]
  /** Recorded, not retired, and in the list no more. */
  missing: readonly { id: string; code: string }[]
  unchanged: number
}

interface Coded {
  code: string
  retired: boolean
}

/** `wanted` makes of a listed row what should stand in the database, given what stands there. */
export function compareRows<Listed extends { code: string }, Facts extends Coded>(
  listed: readonly Listed[],
  recorded: readonly (Facts & { id: string })[],
  wanted: (row: Listed, known: (Facts & { id: string }) | undefined) => Facts,
): RowChanges<Facts> {
  const byCode = new Map(recorded.map((row) => [row.code, row]))
  const codes = new Set(listed.map(({ code }) => code))
  const pairs = listed.map((row) => {
    const known = byCode.get(row.code)
    return { known, facts: wanted(row, known) }
  })
  const changed = pairs.flatMap(({ known, facts }) =>
    known && !sameFacts(known, facts)
      ? [{ ...facts, id: known.id, wasRetired: known.retired }]
      : [],
  )
  return {
    added: pairs.flatMap(({ known, facts }) => (known ? [] : [facts])),
    changed,
    returned: changed.filter(({ wasRetired }) => wasRetired).map(({ code }) => code),
    missing: recorded
      .filter(({ code, retired }) => !retired && !codes.has(code))
      .map(({ id, code }) => ({ id, code })),
    unchanged: pairs.filter(({ known }) => known).length - changed.length,
  }
}

/** Every fact that the list decides is the same; dates and lists by their value. */
function sameFacts(known: object, facts: object): boolean {
  const before = new Map<string, unknown>(Object.entries(known))
  return Object.entries(facts).every(
    ([name, value]) => JSON.stringify(before.get(name)) === JSON.stringify(value),
  )
}
