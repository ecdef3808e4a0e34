import type { vi } from './vi.ts'

/** The words that a browser is given: not those that only a terminal or only the light pages say. */
export function clientWords(words: typeof vi) {
  const { roster: _roster, light: _light, paper: _paper, auth, ...rest } = words
  const { command: _command, ...signIn } = auth
  return { ...rest, auth: signIn }
}

/** What the frame of every page must be able to say: that it failed. */
export function failureWords({ shell: { error } }: typeof vi) {
  return { shell: { error } }
}

/** What the light pages say in the browser; the rest of their words is in what the server sends. */
export function lightWords(words: typeof vi) {
  return { ...failureWords(words), light: { live: words.light.live } }
}
