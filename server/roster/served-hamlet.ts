import { foldVi } from '#domain/names.ts'
import { nameKey } from './name-key.ts'

/**
 * The hamlet that a branch's name ends in: "Chi bộ bản Na Tông 1" serves "Na Tông 1". Of several, the longest.
 * Diacritics decide; only a name written without them is matched without them, and then only when it is the
 * ending of one hamlet alone. Null for a school or a health station.
 */
export function servedHamlet(branch: string, hamlets: readonly string[]): string | null {
  const exact = hamlets.filter((hamlet) => endsInName(nameKey(branch), nameKey(hamlet)))
  if (exact.length > 0) return longest(exact)
  const folded = hamlets.filter((hamlet) => endsInName(foldVi(branch), foldVi(hamlet)))
  const best = longest(folded)
  const rivals = folded.filter((hamlet) => best && foldVi(hamlet) === foldVi(best))
  return rivals.length === 1 ? best : null
}

function endsInName(whole: string, ending: string): boolean {
  return whole === ending || whole.endsWith(` ${ending}`)
}

function longest(names: readonly string[]): string | null {
  return names.reduce<string | null>(
    (best, name) => (best === null || name.length > best.length ? name : best),
    null,
  )
}
