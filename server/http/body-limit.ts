// Counts the bytes of a request's body as they arrive, whatever its header promised.
import type { IncomingMessage } from 'node:http'

/** The largest thing that any page sends is a form; files come in by the command line. */
export const maxBodyBytes = 1_048_576

/** The header alone says that it is too much. */
export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > maxBodyBytes
}

/** Calls `tooLarge` once, at the byte that goes beyond; nothing from there on reaches a reader. */
export function limitBody(request: IncomingMessage, tooLarge: () => void): void {
  let seen = 0
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = seen
    seen += chunk?.length ?? 0
    if (seen <= maxBodyBytes) return push(chunk, encoding)
    if (before <= maxBodyBytes) tooLarge()
    return false
  }
}
