// How a request is turned away: one status, one sentence in each language, and an end of the connection.
import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { errorText } from '#domain/error-texts.ts'
import type { DomainError, ErrorCode } from '#domain/errors.ts'

const statuses: Partial<Record<ErrorCode, number>> = {
  foreignHost: 403,
  foreignOrigin: 403,
  bodyTooLarge: 413,
  serverBusy: 503,
}

/** Answers and closes. When an answer has begun already, only closes. */
export function refuse(response: ServerResponse, error: DomainError): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const text = sentences(error)
  response.writeHead(statuses[error.code] ?? 400, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(text)
}

/** The same for a socket that asked to be upgraded. */
export function refuseUpgrade(socket: Duplex, error: DomainError): void {
  const text = sentences(error)
  const status = statuses[error.code] ?? 400
  socket.end(
    `HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : 'Bad Request'}\r\n` +
      'Content-Type: text/plain; charset=utf-8\r\nConnection: close\r\n' +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  )
}

function sentences(error: DomainError): string {
  return `${errorText(error.code, 'vi', error.details)}\n${errorText(error.code, 'en', error.details)}\n`
}
