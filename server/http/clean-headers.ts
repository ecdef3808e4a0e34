// Takes away the headers by which a stranger could speak to the framework behind us.
import type { IncomingMessage } from 'node:http'
import type { IsOwnProxy } from './own-proxies.ts'

/** Next's and proxies' control headers, and the policy from which Next reads the nonce of its scripts. */
const dangerous =
  /^(x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|x-now-|x-vercel-|x-forwarded-|forwarded$|x-real-ip$|x-original-|x-rewrite-|x-http-method|next-resume$|content-security-policy)/

/** Next's development server and its page in the browser talk with these. */
const developmentOnly = new Set(['x-nextjs-request-id', 'x-nextjs-html-request-id'])

/**
 * Removes them, and writes `x-forwarded-for` anew: the address of the other end, or what a proxy of ours says
 * about its own other end.
 */
export function cleanHeaders(request: IncomingMessage, dev: boolean, isOwnProxy: IsOwnProxy): void {
  const address = clientAddress(request, isOwnProxy)
  for (const name of Object.keys(request.headers)) {
    if (dangerous.test(name) && !(dev && developmentOnly.has(name))) delete request.headers[name]
  }
  request.headers['x-forwarded-for'] = address
}

/** Only the last name in the list was written by our own proxy; those before it are hearsay. */
function clientAddress(request: IncomingMessage, isOwnProxy: IsOwnProxy): string {
  const peer = request.socket.remoteAddress ?? ''
  const given = request.headers['x-forwarded-for']
  if (given === undefined || !isOwnProxy(peer)) return peer
  return String(given).split(',').at(-1)?.trim() || peer
}
