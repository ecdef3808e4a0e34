// Is this request one that we answer at all? Asked before every byte of every request, upgrades included.
import type { IncomingMessage } from 'node:http'
import { DomainError } from '#domain/errors.ts'
import type { OwnAddress } from './own-address.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])
const safeMethods = new Set(['GET', 'HEAD'])

/**
 * What is wrong with the request, or null. The path must be in origin form, the host ours, and whatever may
 * change something must come from one of our own pages.
 */
export function judgeRequest(request: IncomingMessage, own: OwnAddress): DomainError | null {
  const { method = '', url = '', headers } = request
  if (!methods.has(method)) return new DomainError('badInput', { field: 'method' })
  // `GET http://elsewhere/` and `GET //elsewhere` name a host of their own, past the Host header.
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) {
    return new DomainError('badInput', { field: 'path' })
  }
  if (!own.hosts.has(headers.host?.toLowerCase() ?? '')) return new DomainError('foreignHost')
  if (!safeMethods.has(method) && !isFromOwnPage(request, own))
    return new DomainError('foreignOrigin')
  return null
}

/**
 * A browser names the origin of every request that may change something; `null` and any other site are
 * refused. A program that sends neither header has no one's cookies, and is let through only to sign in,
 * where next-auth asks for its own token.
 */
function isFromOwnPage({ headers, url = '' }: IncomingMessage, own: OwnAddress): boolean {
  if (headers.origin !== undefined) return own.origins.has(headers.origin)
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return url.startsWith('/api/auth/')
}

/** A socket must name one of our own origins, exactly; browsers always do. */
export function judgeUpgrade(request: IncomingMessage, own: OwnAddress): DomainError | null {
  const wrong = judgeRequest(request, own)
  if (wrong !== null) return wrong
  if (request.method !== 'GET') return new DomainError('badInput', { field: 'method' })
  return own.origins.has(request.headers.origin ?? '') ? null : new DomainError('foreignOrigin')
}
