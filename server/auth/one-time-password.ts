import { randomInt } from 'node:crypto'

/**
 * No vowels, and neither d nor w: an input method that is left on (Telex, VNI) turns none of the others into
 * a Vietnamese letter. Nothing that looks like something else either.
 */
const alphabet = '23456789bcfghjkmnpqrstvxz'

/** A password to be read out or written on paper once: 15 characters, 69 random bits. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group()].join('-')
}
