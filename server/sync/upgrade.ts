import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** What an address under /sync/ asks for. */
export interface SyncAddress {
  room: string
  /** Listeners are told of changes and hold no document. */
  isListener: boolean
  /** The person whom the page that connects belongs to, when it says so. */
  pageOf: string | null
}

/** Null for an address that is none of ours. */
export function readSyncAddress(url: string | undefined): SyncAddress | null {
  const [path = '', query = ''] = (url ?? '').split('?', 2)
  const match = /^\/sync\/([^/]{1,128})$/.exec(path)
  if (!match?.[1]) return null
  const asked = new URLSearchParams(query)
  return { room: match[1], isListener: asked.get('hints') === '1', pageOf: asked.get('as') }
}

/**
 * The address that a request comes from: as the front filter (server/http/clean-headers.ts) wrote it, which asks
 * whether a proxy of ours may speak for others; without the filter, the other end of the connection.
 */
export function senderOf({ headers, socket }: IncomingMessage): string {
  const written = headers['x-forwarded-for']
  return typeof written === 'string' ? written : (socket.remoteAddress ?? '')
}

const reasons = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const

/** Says no before there is a WebSocket. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof reasons): void {
  const lines = [`HTTP/1.1 ${status} ${reasons[status]}`, 'Connection: close', 'Content-Length: 0']
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
}
