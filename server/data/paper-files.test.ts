import { createHash, randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { openPress } from '../papers/open-press.ts'
import { changePlanForTest } from '../roster/change-plan-for-test.ts'
import { papersPerMinute } from './advice/pace.ts'
import { codesAMinute } from './code-limit.ts'
import { communeFileFor } from './commune-file.ts'
import { confirmedCode } from './confirm-code.ts'
import { archiveFor } from './paper-archive.ts'
import { paperFileFor, recordFileFor } from './paper-files.ts'
import { paperFor } from './papers.ts'
import { meeting, openRecordTestBed, type RecordTestBed } from './record/record-test-bed.ts'
import { takeRecordAct } from './record/take-record-act.ts'
import type { Asker } from './seen-branch.ts'

// The press loads three libraries in a thread of its own.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const house = 'https://banviec.example'
const secret = 'Chủ hộ không ai được thấy'
let bed: RecordTestBed
let press: ReturnType<typeof openPress>
let recordId: string
let stored: { json: string; sha256: Uint8Array; code: string }
beforeAll(async () => {
  bed = await openRecordTestBed()
  press = openPress()
  await bed.database.pool.query('update household set head_name = $1', [secret])
  await bed.easeRules()
  recordId = await bed.finalise(await bed.signedIn('bithu'))
  stored = await bed.database.prisma.planRecord.findUniqueOrThrow({
    where: { id: recordId },
    select: { json: true, sha256: true, code: true },
  })
})
// Every test begins a minute of its own.
beforeEach(() => bed.database.pool.query(`delete from attempt_limit where key like 'paper:%'`))
afterAll(async () => {
  await press.close()
  await bed.close()
})

const paper = async (asker: Asker, name: string, id = recordId) =>
  paperFileFor(bed.database, asker, house, id, name)
const unknown = { code: 'unknownRecord' }

it('[F57] whoever may see the plan is given its papers, others are told that there are none', async () => {
  for (const username of ['vanphong', 'bithu', 'phobithu', 'chiuy', 'canbo', 'dangvien']) {
    const { name, type } = await paper(await bed.asker(username), 'tasks.xlsx')
    expect(name).toBe('bieu-3-nhiem-vu_chi-bo-ban-na-tong-1_2026-11_lan-1.xlsx')
    expect(type).toMatch(/spreadsheetml/)
  }
  await expect(paper(await bed.asker('bithu2'), 'plan.pdf')).rejects.toMatchObject(unknown)
  const { database } = bed
  await expect(
    recordFileFor(database, await bed.asker('bithu2'), `${recordId}.json`),
  ).rejects.toMatchObject(unknown)
})

it('[F57] there are no other files of a record', async () => {
  const secretary = await bed.asker('bithu')
  for (const name of ['plan', 'plan.exe', 'plan.pdf.docx', 'constructor.pdf', 'plan.PDF', '']) {
    await expect(paper(secretary, name), name).rejects.toMatchObject(unknown)
  }
  const another = '0199a000-0000-7000-8000-000000000001'
  await expect(paper(secretary, 'plan.pdf', another)).rejects.toMatchObject(unknown)
})

it('[F57] the JSON that is given away has the hash that is printed, and names no household', async () => {
  const { body } = await recordFileFor(
    bed.database,
    await bed.asker('dangvien'),
    `${recordId}.json`,
  )
  const bytes = Buffer.from(body as Uint8Array)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    Buffer.from(stored.sha256).toString('hex'),
  )
  expect(bytes.toString()).not.toContain(secret)
  expect(bytes.toString()).toContain('Đặng Xuân Thành')
})

it('[F58] a code is confirmed to anybody as it was typed, without anybody’s name', async () => {
  const typed = `${stored.code.slice(0, 4)}-${stored.code.slice(4, 8)} ${stored.code.slice(8)}`
  const found = await confirmedCode(bed.database, '203.0.113.1', typed.toLowerCase())
  expect(found).toEqual({
    branchName: 'Chi bộ bản Na Tông 1',
    month: '2026-11',
    version: 1,
    sha256: Buffer.from(stored.sha256).toString('hex'),
    finalisedAt: expect.any(Date),
    newest: 1,
    isOpenAgain: false,
  })
  for (const code of ['000000000000', '', "' or 1=1", `${stored.code}0`]) {
    expect(await confirmedCode(bed.database, '203.0.113.1', code)).toBeNull()
  }
})

it('[F58] one sender asks so often in a minute and no more; others still may', async () => {
  const ask = (address: string) => confirmedCode(bed.database, address, stored.code)
  for (let asked = 0; asked < codesAMinute; asked += 1) await ask('2001:db8::1')
  await expect(ask('2001:db8::2')).rejects.toMatchObject({ code: 'tooFast' })
  expect(await ask('2001:db8:1::1')).not.toBeNull()
})

it('[F59] the office, and nobody else, fetches all branches’ records of a month as one archive', async () => {
  const archive = async (username: string, month = '2026-11') =>
    archiveFor(bed.database, await bed.asker(username), house, bed.communeId, month)
  await expect(archive('bithu')).rejects.toMatchObject({ code: 'noRight' })
  await expect(archive('vanphong', '2026-10')).rejects.toMatchObject(unknown)
  const { name, body } = await archive('vanphong')
  expect(name).toBe('xa-na-tong_2026-11.zip')
  const files = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()))
  const branch = 'chi-bo-ban-na-tong-1_2026-11_lan-1'
  const folder = `01-${branch}`
  const forms = ['ke-hoach', 'bieu-1-phan-cong', 'bieu-3-nhiem-vu']
  expect(Object.keys(files).sort()).toEqual(
    [
      `${folder}/${branch}.json`,
      ...forms.flatMap((form) =>
        ['pdf', 'docx', 'xlsx'].map((ending) => `${folder}/${form}_${branch}.${ending}`),
      ),
    ].sort(),
  )
  expect(Buffer.from(files[`${folder}/${branch}.json`] ?? []).toString()).toBe(stored.json)
  const { body: alone } = await paper(await bed.asker('vanphong'), 'plan.pdf')
  const together = files[`${folder}/ke-hoach_${branch}.pdf`]
  expect(Buffer.compare(Buffer.from(together ?? []), Buffer.from(alone as Uint8Array))).toBe(0)
})

it('[F96] to whom outside the branch papers are given is written down, and nothing of what they say', async () => {
  const { database } = bed
  const given = async () =>
    database.prisma.auditEntry.findMany({ where: { what: 'papers' }, orderBy: { id: 'asc' } })
  for (const username of ['bithu', 'chiuy', 'dangvien']) {
    const before = await given()
    const asker = await bed.asker(username)
    await paper(asker, 'tasks.xlsx')
    await paperFor(database, asker, house, recordId, 'plan')
    expect(await given(), username).toEqual(before)
  }
  for (const username of ['vanphong', 'canbo']) {
    const asker = await bed.asker(username)
    const before = await given()
    await paper(asker, 'assignments.xlsx')
    await recordFileFor(database, asker, `${recordId}.json`)
    await paperFor(database, asker, house, recordId, 'plan')
    const added = (await given()).slice(before.length)
    const line = { personId: asker.personId, planId: bed.planId, what: 'papers' }
    const about = { recordId, month: '2026-11', version: 1 }
    expect(added).toEqual(
      ['assignments.xlsx', 'json', 'plan'].map((file) =>
        expect.objectContaining({ ...line, detail: { ...about, file } }),
      ),
    )
  }
  const office = await bed.asker('vanphong')
  const before = await given()
  const { body } = await archiveFor(database, office, house, bed.communeId, '2026-11')
  // Written before the first byte is read.
  expect((await given()).slice(before.length)).toMatchObject([
    { personId: office.personId, planId: bed.planId, detail: { recordId, file: 'archive' } },
  ])
  await (body as ReadableStream).cancel()
  await expect(paper(await bed.asker('bithu2'), 'plan.pdf')).rejects.toMatchObject(unknown)
  await expect(paper(office, 'plan.exe')).rejects.toMatchObject(unknown)
  expect(await given()).toHaveLength(before.length + 1)
})

it('[F58] [F59] what was opened again is said to be, and stays in the archive under that name', async () => {
  const secretary = await bed.signedIn('bithu')
  await bed.act(secretary, { kind: 'reopen', recordId, reason: 'Ghi nhầm hạn của một việc' })
  const found = await confirmedCode(bed.database, '203.0.113.9', stored.code)
  expect(found).toMatchObject({ version: 1, newest: 1, isOpenAgain: true })
  const office = await bed.asker('vanphong')
  const { body } = await archiveFor(bed.database, office, house, bed.communeId, '2026-11')
  const files = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()))
  for (const name of Object.keys(files)) expect(name).toMatch(/^01-.*_lan-1_da-mo-lai\//)

  await bed.finalise(secretary)
  expect(await confirmedCode(bed.database, '203.0.113.9', stored.code)).toMatchObject({
    version: 1,
    newest: 2,
    isOpenAgain: false,
  })
})

it('[F61] one person is given so many files in a minute and no more, of whichever kind; others still are', async () => {
  const { database } = bed
  const [member, office] = [await bed.asker('dangvien'), await bed.asker('vanphong')]
  const tooFast = { code: 'tooFast' }
  const json = (asker: Asker) => recordFileFor(database, asker, `${recordId}.json`)
  for (let asked = 0; asked < papersPerMinute; asked += 1) await json(member)
  await expect(json(member)).rejects.toMatchObject(tooFast)
  await expect(paper(member, 'plan.pdf')).rejects.toMatchObject(tooFast)
  const commune = [bed.communeId, '2026-11'] as const
  await expect(communeFileFor(database, member, ...commune)).rejects.toMatchObject(tooFast)
  await expect(archiveFor(database, member, house, ...commune)).rejects.toMatchObject(tooFast)
  expect((await json(office)).name).toMatch(/\.json$/)
})

it('[F61] what its asker waits for no more is not drawn', async () => {
  const gone = new AbortController()
  const secretary = await bed.asker('bithu')
  const first = paper(secretary, 'tasks.xlsx')
  const left = paperFileFor(bed.database, secretary, house, recordId, 'plan.pdf', gone.signal)
  gone.abort()
  await expect(left).rejects.toMatchObject({ code: 'serverBusy' })
  expect((await first).name).toMatch(/\.xlsx$/)
})

it('[F59] branches whose names differ in marks alone do not take each other’s place in the archive', async () => {
  const { database } = bed
  const secretary = await bed.signedIn('bithu2')
  const plan = { branchId: await bed.branchId('Na Tông 2'), month: '2026-11' }
  await database.prisma.orgUnit.update({
    where: { id: plan.branchId },
    data: { name: 'Chi bộ bản Nà Tổng 1' },
  })
  await changePlanForTest(database, { ...plan, personId: secretary.personId }, () => undefined)
  await takeRecordAct(database, secretary, {
    ...plan,
    ...meeting,
    present: 1,
    voters: 1,
    inFavour: 1,
  })
  const { contentSha256 } = await bed.deskOf(secretary, plan)
  const again = { ...plan, kind: 'finalise', recordId: randomUUID(), sha256: contentSha256 }
  await takeRecordAct(database, secretary, again)

  const office = await bed.asker('vanphong')
  const { body } = await archiveFor(database, office, house, bed.communeId, '2026-11')
  const files = unzipSync(new Uint8Array(await new Response(body).arrayBuffer()))
  expect(Object.keys(files)).toHaveLength(20)
  const records = Object.entries(files)
    .filter(([name]) => name.endsWith('.json'))
    .map(([name, bytes]) => [name, JSON.parse(Buffer.from(bytes).toString()).content.branch.name])
  expect(records).toEqual([
    [expect.stringMatching(/^01-chi-bo-ban-na-tong-1_2026-11_lan-2\//), 'Chi bộ bản Na Tông 1'],
    [expect.stringMatching(/^02-chi-bo-ban-na-tong-1_2026-11_lan-1\//), 'Chi bộ bản Nà Tổng 1'],
  ])
})
