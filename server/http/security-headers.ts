// What every response tells the browser that it may and may not do.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OwnAddress } from './own-address.ts'

const fixed: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Built assets carry a hash of their content in their name; Next marks them as lasting itself. */
const lasting = '/_next/static/'

/**
 * Sets them on the response, and the policy also on the request: Next reads the nonce of its own inline
 * scripts from there. Nothing but built assets may be kept by a browser or a proxy.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  own: OwnAddress,
  dev: boolean,
): void {
  const policy = contentPolicy(request.headers.host ?? '', own.secure, dev)
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value)
  if (own.secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  if (!request.url?.startsWith(lasting)) response.setHeader('Cache-Control', 'no-store')
}

/** Scripts need the nonce of this response; only the development server may build code from text. */
function contentPolicy(host: string, secure: boolean, dev: boolean): string {
  const nonce = randomBytes(16).toString('base64')
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self' ${secure ? 'wss' : 'ws'}://${host}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
