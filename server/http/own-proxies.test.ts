import { describe, expect, it } from 'vitest'
import { ownProxies } from './own-proxies.ts'

describe('who may say where a request comes from', () => {
  it.each([
    [undefined, '127.0.0.1', true],
    [undefined, '::1', true],
    [undefined, '::ffff:127.0.0.1', true],
    [undefined, '10.0.0.5', false],
    [undefined, '', false],
    ['', '192.168.1.1', false],
    ['10.0.0.5', '10.0.0.5', true],
    ['10.0.0.5', '::ffff:10.0.0.5', true],
    ['10.0.0.5', '10.0.0.50', false],
    ['10.0.0.5', '127.0.0.1', true],
    ['192.0.2.1, 10.1.0.0/16', '10.1.200.3', true],
    ['192.0.2.1, 10.1.0.0/16', '10.2.0.3', false],
    ['fd00::/8', 'fd12::9', true],
    ['fd00::/8', 'fe80::9', false],
  ])('PROXIES=%s: %s is %s', (setting, address, isOurs) => {
    expect(ownProxies(setting)?.(address)).toBe(isOurs)
  })

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '10.0.0.5 10.0.0.6', '*'])(
    'PROXIES=%s cannot be understood',
    (setting) => {
      expect(ownProxies(setting)).toBeNull()
    },
  )
})
