import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addTask } from '#domain/commands/add-task.ts'
import { assignMember } from '#domain/commands/assign-member.ts'
import { canonicalJson } from '#domain/record/canonical-json.ts'
import type { RecordPoint } from '../../records/write-record.ts'
import type { DeskAsker } from './desk.ts'
import { finaliseMonth } from './finalise-month.ts'
import { meeting, openRecordTestBed, type RecordTestBed } from './record-test-bed.ts'
import { recordFor, recordOfMonthFor } from './records.ts'

let bed: RecordTestBed
let secretary: DeskAsker
let deputy: DeskAsker
beforeAll(async () => {
  bed = await openRecordTestBed()
  secretary = await bed.signedIn('bithu')
  deputy = await bed.signedIn('phobithu')
})
afterAll(() => bed.close())
// Each begins with a month that could be made final now.
beforeEach(async () => {
  await bed.easeRules()
  const { status, records } = await bed.desk(secretary)
  const [newest] = records
  if (status === 'finalised' && newest) {
    await bed.act(secretary, { kind: 'reopen', recordId: newest.id, reason: 'Thử lại' })
  }
  await bed.act(secretary, meeting)
})

const isCode = (code: string) => ({ code })

async function press(who: DeskAsker, sha256?: string, recordId: string = randomUUID()) {
  const hash = sha256 ?? (await bed.desk(who)).contentSha256
  await bed.act(who, { kind: 'finalise', recordId, sha256: hash })
  return recordId
}

/** Presses, and does something just as the first attempt passes a place of its way. */
async function pressWhile(
  who: DeskAsker,
  point: RecordPoint,
  meanwhile: (sha256: string, recordId: string) => Promise<unknown>,
) {
  const { contentSha256: sha256 } = await bed.desk(who)
  const place = { unitId: bed.plan.branchId, above: [bed.communeId] }
  const recordId = randomUUID()
  const act = { kind: 'finalise', ...bed.plan, recordId, sha256 } as const
  let attempts = 0
  await finaliseMonth(bed.database, who, { planId: bed.planId, place }, act, async (passed) => {
    if (passed !== point) return
    attempts += 1
    if (attempts === 1) await meanwhile(sha256, recordId)
  })
  const { record } = await recordFor(bed.database, who, recordId)
  return { record, attempts }
}

/** When somebody signed in, or gave the password since. */
function aged({ sessionId }: DeskAsker, field: 'createdAt' | 'confirmedAt', minutes: number) {
  return bed.database.prisma.session.update({
    where: { id: sessionId },
    data: { [field]: new Date(Date.now() - minutes * 60_000) },
  })
}

const recordCount = () => bed.database.prisma.planRecord.count({ where: { planId: bed.planId } })

describe('a month is finalised', () => {
  it('[F3] [F4] and opened again, for a second version that names the first', async () => {
    const first = await press(secretary)
    const desk = await bed.desk(secretary)
    expect(desk).toMatchObject({ status: 'finalised', records: [{ id: first }] })
    const { stored, record } = await recordFor(bed.database, secretary, first)
    expect(canonicalJson(record)).toBe(stored.json)
    expect(createHash('sha256').update(stored.json).digest('hex')).toBe(stored.sha256)
    expect(stored.json).not.toContain(bed.marker)
    await bed.act(secretary, { kind: 'reopen', recordId: first, reason: 'Sai tên nhóm' })
    const second = await press(secretary)
    const again = await recordFor(bed.database, secretary, second)
    expect(again.record).toMatchObject({
      version: record.version + 1,
      reopened: { version: record.version, sha256: stored.sha256, reason: 'Sai tên nhóm' },
    })
    expect((await recordFor(bed.database, secretary, first)).stored.json).toBe(stored.json)
    const { branchId, month } = bed.plan
    const versionOf = async (version: number | null) =>
      (await recordOfMonthFor(bed.database, secretary, branchId, month, version)).stored.id
    expect(await versionOf(record.version)).toBe(first)
    expect(await versionOf(null)).toBe(second)
    await expect(versionOf(99)).rejects.toMatchObject(isCode('unknownRecord'))
  })

  it('[F6] once, however often the same is asked, and by one of two', async () => {
    const before = await recordCount()
    const recordId = randomUUID()
    const { contentSha256 } = await bed.desk(secretary)
    const pressed = await Promise.allSettled([
      press(secretary, contentSha256, recordId),
      press(secretary, contentSha256, recordId),
      press(deputy, contentSha256),
    ])
    expect(await recordCount()).toBe(before + 1)
    const told = pressed.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code))
    expect([
      ['done', 'done', 'alreadyFinalised'],
      ['alreadyFinalised', 'alreadyFinalised', 'done'],
    ]).toContainEqual(told)
    const [winner] = (await bed.desk(secretary)).records
    if (winner?.id === recordId) await press(secretary, contentSha256, recordId)
    // Another's id is nobody's to press with; one that lost was never written.
    const code = winner?.id === recordId ? 'badInput' : 'alreadyFinalised'
    await expect(press(deputy, contentSha256, recordId)).rejects.toMatchObject({ code })
    expect(await recordCount()).toBe(before + 1)
  })

  it.each(['asked', 'ready'] as const)(
    '[F6] once: what the same press did meanwhile (%s) is its own',
    async (point) => {
      const before = await recordCount()
      await pressWhile(secretary, point, (sha256, recordId) => press(secretary, sha256, recordId))
      expect(await recordCount()).toBe(before + 1)
      expect((await bed.desk(secretary)).status).toBe('finalised')
    },
  )

  it('[F6] once: what another did meanwhile is said, however little was read before', async () => {
    const before = await recordCount()
    const other = pressWhile(secretary, 'asked', (sha256) => press(deputy, sha256))
    await expect(other).rejects.toMatchObject(isCode('alreadyFinalised'))
    expect(await recordCount()).toBe(before + 1)
  })

  it('[F6] once, however often: pressed again when it is done, it is done', async () => {
    const before = await recordCount()
    const recordId = randomUUID()
    const { contentSha256 } = await bed.desk(secretary)
    await press(secretary, contentSha256, recordId)
    await press(secretary, contentSha256, recordId)
    expect(await recordCount()).toBe(before + 1)
  })

  it('[F7] never with anything that changed after it was looked at', async () => {
    const { prisma } = bed.database
    const before = await recordCount()
    const edit = () => bed.change((doc) => addTask(doc, { id: randomUUID(), title: 'Vét mương' }))
    await expect(pressWhile(secretary, 'ready', edit)).rejects.toMatchObject(
      isCode('contentChanged'),
    )
    const member = await prisma.member.findFirstOrThrow({ where: { branchId: bed.plan.branchId } })
    const rename = (fullName: string) =>
      prisma.member.update({ where: { id: member.id }, data: { fullName } })
    await expect(pressWhile(secretary, 'ready', () => rename('Lò Văn Khác'))).rejects.toMatchObject(
      isCode('contentChanged'),
    )
    await rename(member.fullName)
    expect(await recordCount()).toBe(before)
  })

  it('[F7] with what was written at the desk meanwhile', async () => {
    const told = await pressWhile(secretary, 'ready', () =>
      bed.act(deputy, { kind: 'meeting', documentNumber: '12-KH/CB' }),
    )
    expect(told.attempts).toBe(2)
    expect(told.record.meeting.documentNumber).toBe('12-KH/CB')
  })

  it('[F7] by nobody whose right or session is gone by then', async () => {
    const before = await recordCount()
    const leaver = await bed.signedIn('phobithu')
    const { prisma } = bed.database
    const end = () =>
      prisma.session.update({ where: { id: leaver.sessionId }, data: { endedAt: new Date() } })
    await expect(pressWhile(leaver, 'ready', end)).rejects.toMatchObject(isCode('signInRequired'))
    const roles = await prisma.role.findMany({ where: { personId: deputy.personId } })
    const dismiss = () => prisma.role.deleteMany({ where: { personId: deputy.personId } })
    await expect(pressWhile(deputy, 'ready', dismiss)).rejects.toMatchObject(isCode('noRight'))
    await prisma.role.createMany({ data: roles })
    expect(await recordCount()).toBe(before)
  })

  it('[F10] by somebody who gave the password in the last ten minutes', async () => {
    const late = await bed.signedIn('bithu')
    await aged(late, 'createdAt', 11)
    expect((await bed.desk(late)).confirmedUntil).toBe(null)
    await expect(press(late)).rejects.toMatchObject(isCode('confirmPassword'))
    await aged(late, 'confirmedAt', 9)
    await press(late)
  })

  it('[F10] and opened again by somebody who did', async () => {
    const late = await bed.signedIn('bithu')
    const recordId = await press(secretary)
    const reopen = { kind: 'reopen', recordId, reason: 'Sai tên nhóm' } as const
    await aged(late, 'createdAt', 11)
    await expect(bed.act(late, reopen)).rejects.toMatchObject(isCode('confirmPassword'))
    await aged(late, 'confirmedAt', 11)
    await expect(bed.act(late, reopen)).rejects.toMatchObject(isCode('confirmPassword'))
    expect((await bed.desk(late)).status).toBe('finalised')
    await aged(late, 'confirmedAt', 9)
    await bed.act(late, reopen)
    expect((await bed.desk(late)).status).toBe('drafting')
    // What cannot be opened again asks for no password first.
    await aged(late, 'confirmedAt', 11)
    const another = { ...reopen, recordId: randomUUID() }
    await expect(bed.act(late, another)).rejects.toMatchObject(isCode('newerRecord'))
  })

  it('[F4] is opened again once, however often the same person asks for it; another is told', async () => {
    const { prisma } = bed.database
    const recordId = await press(secretary)
    const reopen = { kind: 'reopen', recordId, reason: 'Sai tên nhóm' } as const
    const opened = () => prisma.auditEntry.count({ where: { what: 'reopen' } })
    const before = await opened()
    await bed.act(secretary, reopen)
    const { epoch } = await bed.desk(secretary)
    await bed.act(secretary, reopen)
    expect((await bed.desk(secretary)).epoch).toBe(epoch)
    expect(await opened()).toBe(before + 1)
    const where = { personId: deputy.personId }
    await prisma.role.updateMany({ where, data: { role: 'secretary' } })
    await expect(bed.act(deputy, reopen)).rejects.toMatchObject(isCode('notFinalised'))
    await prisma.role.updateMany({ where, data: { role: 'deputy' } })
  })
})

describe('what is not ready', () => {
  it('[F11] is refused with how much stands in the way, and words answer what asks for a reason', async () => {
    await bed.easeRules({ signOffs: 1, weights: { signOffsMissing: 'block' } })
    await expect(press(secretary)).rejects.toMatchObject({
      code: 'notReady',
      details: { count: 1 },
    })
    const weights = { signOffsMissing: 'block', memberWithoutReason: 'reason' }
    await bed.easeRules({ signOffs: 1, weights })
    const { contentSha256: sha256 } = await bed.desk(deputy)
    await bed.act(deputy, { kind: 'signOff', sha256 })
    const refusal = await press(secretary).catch((error: unknown) => error)
    const count = Number(Object(refusal).details.count)
    expect(count).toBeGreaterThan(0)
    await bed.easeRules({ signOffs: 1, weights: { signOffsMissing: 'block' } })
    const recordId = await press(secretary)
    const { record } = await recordFor(bed.database, secretary, recordId)
    expect(record.signOffs).toMatchObject([{ personId: deputy.personId, office: 'deputy' }])
  })

  it('[F11] is a meeting that is not whole, or whose figures cannot be', async () => {
    const wrong = [
      [{ present: null }, { code: 'meetingIncomplete' }],
      [{ heldOn: '2099-01-01' }, { code: 'badInput', details: { field: 'heldOn' } }],
      [{ present: 9_999 }, { code: 'badInput', details: { field: 'present' } }],
      [{ voters: 16 }, { code: 'badInput', details: { field: 'voters' } }],
      [{ inFavour: 16 }, { code: 'badInput', details: { field: 'inFavour' } }],
    ] as const
    for (const [change, refusal] of wrong) {
      await bed.act(secretary, { ...meeting, ...change })
      await expect(press(secretary)).rejects.toMatchObject(refusal)
    }
  })
})

it('[F3] what was final is changed by nobody, not even past every door', async () => {
  await press(secretary)
  await bed.act(secretary, {
    kind: 'reopen',
    recordId: (await bed.desk(secretary)).records[0]?.id ?? '',
    reason: 'Còn sót việc',
  })
  const columns = {
    plan_record: 'code',
    record_assignment: 'ordinal',
    record_task: 'ordinal',
    plan_reopening: 'reason',
    audit_entry: 'what',
  }
  const assigned = await bed.database.prisma.member.findFirstOrThrow({
    where: { branchId: bed.plan.branchId, code: { not: '' } },
  })
  const groupId = await bed.groupId('Na Tông 1', 'Nhóm 3')
  await bed.change((doc) => {
    addTask(doc, { id: randomUUID(), title: 'Trồng rừng' })
    assignMember(doc, { memberId: assigned.id, target: { kind: 'group', id: groupId } })
  })
  await press(secretary)
  for (const [table, column] of Object.entries(columns)) {
    const { pool } = bed.database
    const found = await pool.query(`select 1 from ${table} limit 1`)
    expect(found.rowCount, table).toBe(1)
    const attempts = [`update ${table} set ${column} = ${column}`, `delete from ${table}`]
    for (const text of attempts) await expect(pool.query(text)).rejects.toThrow(/never change/)
  }
})
