import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DomainError } from '#domain/errors.ts'
import { type Asker, askers, recordActs, routes } from '../../auth/rights-matrix.ts'
import type { DeskAsker } from './desk.ts'
import { type MonthAct, meeting, openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'

const usernames: Readonly<Record<Asker, string>> = {
  office: 'vanphong',
  secretary: 'bithu',
  deputy: 'phobithu',
  committee: 'chiuy',
  cadre: 'canbo',
  member: 'dangvien',
  elsewhere: 'bithu2',
  nobody: 'chiuy',
}

let bed: RecordTestBed
let people: ReadonlyMap<Asker, DeskAsker>
beforeAll(async () => {
  bed = await openRecordTestBed()
  await bed.easeRules()
  people = new Map(
    await Promise.all(
      askers.map(async (asker) => [asker, await bed.signedIn(usernames[asker])] as const),
    ),
  )
  await bed.database.prisma.session.update({
    where: { id: who('nobody').sessionId },
    data: { endedAt: new Date() },
  })
})
afterAll(() => bed.close())

function who(asker: Asker): DeskAsker {
  const person = people.get(asker)
  if (!person) throw new Error(asker)
  return person
}

/** Acts that somebody with the right could do now; what one needs of the month is made first. */
const acts: Record<string, () => Promise<MonthAct>> = {
  circulate: async () => ({ kind: 'circulate', on: true }),
  justify: async () => ({
    kind: 'justify',
    checkKey: 'openComments:2',
    words: 'Để sang tháng sau',
  }),
  meeting: async () => ({ ...meeting }),
  signOff: async () => ({ kind: 'signOff', sha256: await hash() }),
  takeBackSignOff: async () => ({ kind: 'takeBackSignOff' }),
  inviteSignOff: async () => {
    await bed.database.prisma.notice.deleteMany({ where: { kind: 'signOff' } })
    return { kind: 'inviteSignOff', personId: who('committee').personId }
  },
  holdUnsent: async () => ({ kind: 'holdUnsent', device: randomUUID(), changes: 2 }),
  finalise: async () => {
    await open()
    await bed.act(who('secretary'), { ...meeting })
    return { kind: 'finalise', recordId: randomUUID(), sha256: await hash() }
  },
  reopen: async () => {
    const { status, records } = await bed.desk(who('secretary'))
    const newest = status === 'finalised' ? records[0]?.id : await bed.finalise(who('secretary'))
    return { kind: 'reopen', recordId: newest ?? '', reason: 'Còn sót việc' }
  },
}

async function hash(): Promise<string> {
  return (await bed.desk(who('secretary'))).contentSha256
}

async function open(): Promise<void> {
  const { status, records } = await bed.desk(who('secretary'))
  if (status !== 'finalised') return
  const recordId = records[0]?.id ?? ''
  await bed.act(who('secretary'), { kind: 'reopen', recordId, reason: 'Còn sót việc' })
}

const refusals = new Set(['noRight', 'signInRequired'])

async function passes(asker: Asker, act: MonthAct): Promise<boolean> {
  try {
    await bed.act(who(asker), act)
    return true
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code)) return false
    throw error
  }
}

it.each(Object.keys(acts))('[F13] %s is done by whom the table of rights names', async (kind) => {
  const told: Partial<Record<Asker, string>> = {}
  for (const asker of askers) {
    const act = await acts[kind]?.()
    if (act) told[asker] = (await passes(asker, act)) ? 'x' : '-'
  }
  await open()
  expect(told).toEqual(recordActs[kind])
})

it('[F13] every act but that on late edits is tried here', () => {
  expect([...Object.keys(acts), 'settleLate'].sort()).toEqual(Object.keys(recordActs).sort())
})

it('[F13] who may only look sees where the month stands and its records, and nothing of how it came', async () => {
  const secretary = who('secretary')
  await bed.act(secretary, { kind: 'justify', checkKey: 'k', words: 'Vì đường sạt' })
  await bed.act(secretary, { kind: 'signOff', sha256: await hash() })
  await bed.act(secretary, { kind: 'holdUnsent', device: randomUUID(), changes: 1 })
  const seen: Partial<Record<Asker, string>> = {}
  for (const asker of askers) {
    if (asker === 'nobody') continue
    const desk = await bed.desk(who(asker)).catch(() => null)
    const isWhole = desk !== null && desk.justifications.length > 0 && desk.signOffs.length > 0
    seen[asker] = desk === null ? '-' : isWhole ? 'x' : 'o'
  }
  const { nobody: _, ...door } = routes['GET /api/record'] ?? {}
  expect(seen).toEqual(door)
  const text = JSON.stringify(await bed.desk(who('member')))
  expect(text).not.toContain('Vì đường sạt')
  expect(await bed.desk(who('member'))).toMatchObject({
    status: 'drafting',
    meeting: {},
    committee: [],
    unsent: [],
    before: null,
    confirmedUntil: null,
  })
})

it('[F13] nothing is written to a month that is final, and unsent work is still noted', async () => {
  await bed.finalise(who('secretary'))
  for (const kind of ['circulate', 'justify', 'meeting', 'takeBackSignOff']) {
    const act = await acts[kind]?.()
    if (!act) throw new Error(kind)
    await expect(bed.act(who('deputy'), act)).rejects.toMatchObject({ code: 'planFinalised' })
  }
  const held = { kind: 'holdUnsent', device: randomUUID() } as const
  await bed.act(who('committee'), { ...held, changes: 3 })
  const changesHeld = async () =>
    (await bed.desk(who('secretary'))).unsent.find(
      ({ personId }) => personId === who('committee').personId,
    )?.changes ?? 0
  const before = await changesHeld()
  await bed.act(who('committee'), { ...held, changes: 5 })
  expect(await changesHeld()).toBe(before + 2)
  await bed.act(who('committee'), { ...held, changes: 0 })
  expect(await changesHeld()).toBe(before - 3)
})
