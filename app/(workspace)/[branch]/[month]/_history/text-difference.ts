import { textChange } from '#domain/text-change.ts'

/** Where two versions of a text part, in whole words, with a little of what stands around it. */
export interface TextDifference {
  before: string
  removed: string
  added: string
  after: string
}

/** Letters that are shown around it, and at most of each version. */
const context = 40
const mostShown = 400

export function textDifference(from: string, to: string): TextDifference {
  const change = textChange(from, to)
  // What was only put in, or only taken out, is shown as it is.
  const isPlain = change.removed === 0 || change.added === ''
  const end = change.at + change.removed
  const start = isPlain ? change.at : startOfWord(from, change.at)
  const tail = from.length - (isPlain ? end : endOfWord(from, end))
  const added = to.slice(start, to.length - tail)
  const removed = from.slice(start, from.length - tail)
  return {
    before: lastOf(from.slice(0, start)),
    removed: firstOf(removed, mostShown),
    added: firstOf(added, mostShown),
    after: firstOf(from.slice(from.length - tail), context),
  }
}

function startOfWord(text: string, at: number): number {
  return text.slice(0, at).search(/\S*$/u)
}

function endOfWord(text: string, at: number): number {
  return at + (/^\S*/u.exec(text.slice(at))?.[0].length ?? 0)
}

function lastOf(text: string): string {
  return text.length <= context ? text : `…${text.slice(-context).replace(/^\S*\s/u, '')}`
}

function firstOf(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/u, '')}…`
}
