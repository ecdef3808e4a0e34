import 'server-only'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { cleanText } from '#domain/clean-text.ts'

/**
 * What is kept of a comment: plain text without unseen characters, so that it cannot turn the words beside it round
 * or hide something in itself. Whatever looks like a tag or a link stays the letters that it is.
 */
export function commentText(body: string): string {
  return cleanText(body, adviceLimits.body).trim()
}
