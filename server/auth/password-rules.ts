import { DomainError } from '#domain/errors.ts'
import { isCommonPassword } from './common-passwords.ts'

export const shortestPassword = 12
export const longestPassword = 128

/** Counts what a person would count: a letter with its marks is one, however it was typed. */
function lengthOf(password: string): number {
  return [...password.normalize('NFC')].length
}

/**
 * May this be somebody's password? Any characters, 12 to 128 of them, and not one that is guessed first.
 * `about` are words of the person, such as the user name and the full name. Throws `passwordTooShort`,
 * `passwordTooLong`, `passwordTooCommon`.
 */
export function checkPassword(password: string, about: readonly string[] = []): void {
  const length = lengthOf(password)
  if (length < shortestPassword)
    throw new DomainError('passwordTooShort', { least: shortestPassword })
  if (length > longestPassword) throw new DomainError('passwordTooLong', { most: longestPassword })
  if (isCommonPassword(password, about)) throw new DomainError('passwordTooCommon')
}
