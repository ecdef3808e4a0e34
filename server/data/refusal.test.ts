import { expect, it } from 'vitest'
import type { ErrorCode } from '#domain/errors.ts'
import { refusal } from './refusal.ts'

it.each<[ErrorCode, number, string | null]>([
  ['signInRequired', 401, null],
  ['noRight', 403, null],
  ['unknownRecord', 404, null],
  ['alreadySettled', 409, null],
  ['planFinalised', 409, null],
  ['contentChanged', 409, null],
  ['tooFast', 429, '60'],
  ['serverBusy', 503, '10'],
  ['badInput', 400, null],
])('[F63] %s is told a machine as %i, and when to come again', async (code, status, wait) => {
  const answer = refusal(code, 'một câu')
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Retry-After')).toBe(wait)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await answer.json()).toEqual({ code, message: 'một câu' })
})
