import { hamletKind, hamletName } from '#domain/hamlet-names.ts'
import type { Language } from './languages.ts'

/**
 * A hamlet of the plan of a branch: “Bản Na Tông 1”, `inside` a Vietnamese sentence “bản Na Tông 1”; “Na Tông 1
 * hamlet”. A name that says what it is (“Tổ dân phố 3”) says it in English too.
 */
export function formatHamlet(
  name: string,
  branch: string,
  language: Language,
  position: 'heading' | 'inside' = 'heading',
): string {
  if (language === 'en') return hamletKind(name) === null ? `${name} hamlet` : name
  const said = hamletName(name, branch)
  return position === 'inside' ? said : said.charAt(0).toLocaleUpperCase('vi') + said.slice(1)
}
