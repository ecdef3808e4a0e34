import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts'

test('a password opens its own hash and no other, however its marks were typed', async () => {
  const composed = 'Trâu đen ăn cỏ ruộng sâu'.normalize('NFC')
  const stored = await hashPassword(composed)
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(stored).not.toContain('Trâu')
  expect(await verifyPassword(stored, composed.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(stored, composed.toLowerCase())).toBe(false)
  expect(await hashPassword(composed)).not.toBe(stored)
})

test('a hash made with other parameters is outdated, one of today is not', async () => {
  expect(isOutdated(await hashPassword('x'))).toBe(false)
  expect(isOutdated(await hash('x', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))).toBe(
    true,
  )
})
