// A deliberate mistake in our own code, and the tests that are there to notice it.

export interface Edit {
  /** From the root of the repository. */
  readonly file: string
  /** Stands there exactly once. */
  readonly find: string
  readonly put: string
}

export interface Guard {
  readonly file: string
  /** A pattern of test names; all of the file when not said. */
  readonly name?: string
}

export interface Break {
  readonly name: string
  /** What the product would do wrong. */
  readonly wrong: string
  readonly edits: readonly Edit[]
  /** The smallest set of tests that should fail. */
  readonly guards: readonly Guard[]
}

/** The file with one edit made. Throws when the text to break is not there, or is there twice. */
export function broken(text: string, { file, find, put }: Edit): string {
  const parts = text.split(find)
  if (parts.length !== 2) {
    throw new Error(`sabotage: ${file} holds ${parts.length - 1} times: ${find}`)
  }
  return parts.join(put)
}
