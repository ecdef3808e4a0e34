import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { cleanHeaders } from './clean-headers.ts'
import { ownProxies } from './own-proxies.ts'

function senderAfter(peer: string, forwardedFor: string | undefined, proxies?: string): unknown {
  const request = { headers: { 'x-forwarded-for': forwardedFor }, socket: { remoteAddress: peer } }
  cleanHeaders(request as unknown as IncomingMessage, false, ownProxies(proxies) ?? (() => false))
  return request.headers['x-forwarded-for']
}

it.each([
  ['a stranger who claims to be another', '198.51.100.7', '203.0.113.9', undefined, '198.51.100.7'],
  ['a stranger who claims nothing', '198.51.100.7', undefined, undefined, '198.51.100.7'],
  ['a proxy here', '127.0.0.1', '192.0.2.1, 203.0.113.9', undefined, '203.0.113.9'],
  ['a proxy that was named', '10.0.0.5', '192.0.2.1, 203.0.113.9', '10.0.0.5', '203.0.113.9'],
  ['a proxy that was not', '10.0.0.6', '192.0.2.1, 203.0.113.9', '10.0.0.5', '10.0.0.6'],
  ['a proxy that says nothing', '10.0.0.5', '192.0.2.1, ', '10.0.0.5', '10.0.0.5'],
])('the sender behind %s', (_who, peer, forwardedFor, proxies, sender) => {
  expect(senderAfter(peer, forwardedFor, proxies)).toBe(sender)
})
