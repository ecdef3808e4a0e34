import { matchesSearch } from '../names.ts'
import type { AdvicePerson } from './advice-view.ts'

/** A mention that is being typed: where its @ stands, and what was typed behind it. */
export interface MentionTyped {
  at: number
  query: string
}

/** How many words behind an @ may still be a name. */
const mostWords = 5

/**
 * The mention that the caret is in, or null (SPEC Q33). An @ counts at the beginning of a word, so an e-mail address
 * is none; and only while somebody's name begins like what follows it.
 */
export function mentionAt(
  text: string,
  caret: number,
  people: readonly AdvicePerson[],
): MentionTyped | null {
  const before = text.slice(0, caret)
  const match = /(?:^|[\s(])@([^@\n]*)$/u.exec(before)
  const query = match?.[1]
  if (query === undefined || query.split(' ').length > mostWords) return null
  if (mentionable(people, query).length === 0) return null
  return { at: caret - query.length - 1, query }
}

/** Whose name fits what was typed, with or without diacritics. */
export function mentionable(people: readonly AdvicePerson[], query: string): AdvicePerson[] {
  return people.filter(({ name }) => matchesSearch(query, name))
}

/** The text with the whole name in place of what was typed, and where the caret stands then. */
export function writeMention(
  text: string,
  { at, query }: MentionTyped,
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(at + 1 + query.length)
  const written = `@${name}${rest.startsWith(' ') ? '' : ' '}`
  return { text: text.slice(0, at) + written + rest, caret: at + 1 + name.length + 1 }
}

/**
 * Who is mentioned in a text: everybody whose @name stands in it. Of several people with one name it is those who
 * were `picked`, or all of them.
 */
export function mentionsIn(
  text: string,
  people: readonly AdvicePerson[],
  picked: ReadonlySet<string>,
): AdvicePerson[] {
  const names = new Set(splitMentions(text, people).flatMap(({ mention }) => mention ?? []))
  return [...names].flatMap((name) => {
    const called = people.filter((person) => person.name === name)
    const chosen = called.filter(({ personId }) => picked.has(personId))
    return chosen.length > 0 ? chosen : called
  })
}

/** A stretch of a comment; `mention` is the name when it is one. */
export interface BodyPiece {
  text: string
  mention: string | null
}

/** Cuts a text at the @names of these people; where one name begins another, the longer one counts. */
export function splitMentions(
  text: string,
  people: readonly Pick<AdvicePerson, 'name'>[],
): BodyPiece[] {
  const names = people.map(({ name }) => name).sort((a, b) => b.length - a.length)
  const pieces: BodyPiece[] = []
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const name = text[at] === '@' ? names.find((each) => isNameAt(text, at + 1, each)) : undefined
    if (name === undefined) {
      plain += text[at]
      at += 1
      continue
    }
    if (plain !== '') pieces.push({ text: plain, mention: null })
    plain = ''
    pieces.push({ text: `@${name}`, mention: name })
    at += 1 + name.length
  }
  if (plain !== '') pieces.push({ text: plain, mention: null })
  return pieces
}

function isNameAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + name.length))
}
