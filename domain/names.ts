const collator = new Intl.Collator('vi')
const apostrophes = /[\u2018\u2019\u02BC\u02BB\u0060\u00B4\u2032]/gu

/** A person as lists sort them: the name on the papers and the name they are called by. */
export interface Named {
  name: string
  sortName: string
}

/**
 * The text as it is searched: no tone marks and no marks on letters, đ as d, lower case, single spaces, one
 * kind of apostrophe; NFC and NFD, "hoà" and "hòa" become the same.
 */
export function foldVi(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(apostrophes, "'")
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/ƀ/gu, 'b')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * Orders people as a Vietnamese list does: by the name they are called, then by the whole name. A plain
 * string is sorted by its last word. Never 0 for names that differ.
 */
export function compareNames(a: string | Named, b: string | Named): number {
  const left = toNamed(a)
  const right = toNamed(b)
  return (
    collator.compare(left.sortName, right.sortName) ||
    collator.compare(left.name, right.name) ||
    compareUnits(left.name, right.name)
  )
}

/**
 * The name somebody is called by, when the office says nothing else: the last word. Where the given name
 * stands first (Ê Đê "Y Bhem Niê") nobody can tell from the letters; the office then gives it in the list.
 */
export function sortNameOf(fullName: string): string {
  return words(fullName).at(-1) ?? ''
}

/** First letters of the first and the last word, for an avatar: "Đặng Xuân Thành" gives "ĐT". */
export function initialsOf(name: string): string {
  const letters = words(name)
    .map((word) => /\p{L}\p{M}*/u.exec(word.normalize('NFC'))?.[0] ?? '')
    .filter((letter) => letter !== '')
  const chosen = letters.length > 1 ? [letters[0], letters.at(-1)] : letters
  return chosen.join('').toLocaleUpperCase('vi')
}

/**
 * Does a search find this text? Each word typed must begin a word of the text, marks aside, the last typed
 * syllable half finished or not; an empty search finds everything.
 */
export function matchesSearch(query: string, text: string): boolean {
  const typed = searchWords(query)
  if (typed.length === 0) return true
  const present = searchWords(text)
  return typed.every((word) => present.some((candidate) => candidate.startsWith(word)))
}

function searchWords(text: string): string[] {
  return foldVi(text)
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')
}

function toNamed(person: string | Named): Named {
  return typeof person === 'string' ? { name: person, sortName: sortNameOf(person) } : person
}

function words(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
