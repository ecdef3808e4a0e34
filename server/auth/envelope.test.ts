import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { findEnvelope, openEnvelope, sealEnvelope, sessionCookieName } from './envelope.ts'
import { newSessionToken } from './session-token.ts'

const secret = 'a secret of this test and of nothing else'

test('what was sealed is opened, by the same secret only', async () => {
  const token = newSessionToken()
  const sealed = await sealEnvelope(token, secret)
  expect(sealed).not.toContain(token)
  expect(await openEnvelope(sealed, secret)).toBe(token)
  expect(await openEnvelope(sealed, `${secret}.`)).toBeNull()
})

test('an envelope that is past its end, or holds something else, is empty', async () => {
  const token = newSessionToken()
  expect(
    await openEnvelope(await encode({ token: { sid: token }, secret, maxAge: -60 }), secret),
  ).toBeNull()
  expect(await openEnvelope(await encode({ token: { sub: token }, secret }), secret)).toBeNull()
  expect(
    await openEnvelope(await encode({ token: { sid: { not: '' } }, secret }), secret),
  ).toBeNull()
  expect(
    await openEnvelope(await encode({ token: { sid: `${token}x` }, secret }), secret),
  ).toBeNull()
})

test('it is found under both names, whole and in chunks, beside other cookies', () => {
  const plain = sessionCookieName(false)
  const secure = sessionCookieName(true)
  expect(findEnvelope(`lang=vi; ${plain}=abc; x=y`)).toBe('abc')
  expect(findEnvelope(`${plain}=abc;${secure}=def`)).toBe('def')
  expect(findEnvelope(`${plain}.1=two; ${plain}.0=one; ${plain}.2=three`)).toBe('onetwothree')
  expect(findEnvelope(`${plain}.1=two`)).toBeNull()
  expect(findEnvelope(`${plain}=; lang=vi`)).toBeNull()
  expect(findEnvelope(`${plain}=first; ${plain}=second`)).toBe('first')
  expect(findEnvelope(undefined)).toBeNull()
  expect(findEnvelope(`${plain}=${'a'.repeat(40_000)}`)).toBeNull()
})
