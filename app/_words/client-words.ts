import type { vi } from './vi.ts'

/** The words that a browser is given: not those that only the commands in a terminal say. */
export function clientWords(words: typeof vi) {
  const { roster: _roster, auth, ...rest } = words
  const { command: _command, ...signIn } = auth
  return { ...rest, auth: signIn }
}
