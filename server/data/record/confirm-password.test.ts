import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashPassword } from '../../auth/password-hash.ts'
import { confirmPassword } from './confirm-password.ts'
import type { DeskAsker } from './desk.ts'
import { openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'
import { answerRecordAct } from './take-record-act.ts'

const password = 'ngô nếp nương Na Tông'
const from = '192.0.2.7'

let bed: RecordTestBed
let secretary: DeskAsker
beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
  await bed.database.prisma.person.update({
    where: { id: secretary.personId },
    data: { passwordHash: await hashPassword(password) },
  })
  await bed.database.prisma.session.update({
    where: { id: secretary.sessionId },
    data: { createdAt: new Date(Date.now() - 3_600_000) },
  })
})
afterAll(() => bed.close())

const confirm = (given: unknown) =>
  confirmPassword(bed.database, { ...secretary, username: 'bithu' }, given, from)

it('[F10] the password given again holds for ten minutes, a wrong one for nothing, and guessing ends', async () => {
  expect((await bed.desk(secretary)).confirmedUntil).toBe(null)
  await expect(confirm({ password: 'ngô tẻ' })).rejects.toMatchObject({ code: 'wrongPassword' })
  await expect(confirm({})).rejects.toMatchObject({ code: 'badInput' })
  expect((await bed.desk(secretary)).confirmedUntil).toBe(null)
  const { until } = await confirm({ password })
  const minutes = (Date.parse(until) - Date.now()) / 60_000
  expect(Math.round(minutes)).toBe(10)
  expect((await bed.desk(secretary)).confirmedUntil).toBe(until)
  const guesses = Array.from({ length: 11 }, () => confirm({ password: 'ngô tẻ' }))
  const told = await Promise.allSettled(guesses)
  const codes = told.map((one) => (one.status === 'rejected' ? one.reason.code : 'right'))
  expect(codes).toContain('tooManyAttempts')
  await bed.database.prisma.session.update({
    where: { id: secretary.sessionId },
    data: { endedAt: new Date() },
  })
})

it('[F13] acts of a person at the desk are counted, nonsense too', async () => {
  const deputy = await bed.signedIn('phobithu')
  const sent = Array.from({ length: 130 }, () => answerRecordAct(bed.database, deputy, { kind: 1 }))
  const codes = (await Promise.allSettled(sent)).map((one) =>
    one.status === 'rejected' ? one.reason.code : 'done',
  )
  expect(new Set(codes)).toEqual(new Set(['badInput', 'tooFast']))
})
