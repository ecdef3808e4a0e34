// The only file that prints. Lines for whoever runs the server; nothing about people, plans or passwords in use.
import { errorText } from '#domain/error-texts.ts'
import { DomainError } from '#domain/errors.ts'
import { BadSettings } from './env.ts'

/** One line about what is being done or is done. */
export function say(line: string): void {
  console.log(line)
}

/** Something was refused that an honest page never asks for. People are named by their ids alone. */
export function note(line: string): void {
  console.warn(line)
}

/** Something went wrong that nobody expected, while the server goes on. */
export function report(where: string, error: unknown): void {
  console.error(`[${where}]`, error)
}

/** The one clear sentence, in both languages, of a start that failed; a stack only for a bug. */
export function explainFailure(thrown: unknown): void {
  const full = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC'
  const error = full ? new DomainError('diskFull') : thrown
  if (error instanceof DomainError) {
    console.error(errorText(error.code, 'vi', error.details))
    console.error(errorText(error.code, 'en', error.details))
    // What PostgreSQL itself said, when it was asked to start and did not.
    if (error.details['detail']) console.error(`  ${error.details['detail']}`)
  } else if (error instanceof BadSettings) {
    const names = error.variables.join(', ')
    console.error(`Biến môi trường không đúng: ${names}. Xem docs/operations.md.`)
    console.error(`Settings that cannot be understood: ${names}. See docs/operations.md.`)
  } else {
    console.error(error)
  }
}
