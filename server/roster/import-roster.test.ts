import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../db/test-database.ts'
import { importRoster } from './import-roster.ts'
import { type Refusal, RosterRefused } from './refusal.ts'

const sample = path.join(process.cwd(), 'prisma/sample')
const commune = 'xã Na Tông'

let test: TestDatabase
let folder: string
/** The sample's lists as text without byte order mark, to be changed by the tests. */
let members: string
let households: string

beforeEach(async () => {
  test = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'roster-'))
  members = await readSample('dang-vien.csv')
  households = await readSample('ho-gia-dinh.csv')
})
afterEach(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

async function readSample(file: string): Promise<string> {
  return (await readFile(path.join(sample, file), 'utf8')).replace(/^\uFEFF/, '')
}

interface Lists {
  members?: string | Buffer
  households?: string | Buffer
  retire?: boolean
  dryRun?: boolean
}

async function load(lists: Lists = {}) {
  const files = {
    members: path.join(folder, 'dang-vien.csv'),
    households: path.join(folder, 'ho-gia-dinh.csv'),
  }
  await writeFile(files.members, lists.members ?? members)
  await writeFile(files.households, lists.households ?? households)
  return importRoster(test.database, { commune, ...files, ...lists, ...files })
}

async function refusals(lists: Lists): Promise<readonly Refusal[]> {
  const refused = await load(lists).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(RosterRefused)
  return refused instanceof RosterRefused ? refused.refusals : []
}

/** Every row of the roster with its version: a row written again has another xmin. */
async function rowVersions(): Promise<string[]> {
  const tables = ['org_unit', 'hamlet', 'branch_hamlet', 'household_group', 'household', 'member']
  const found = await Promise.all(
    tables.map((table) =>
      test.database.pool.query<{ row: string }>(
        `select '${table}' || xmin::text || to_jsonb(t)::text as row from ${table} t`,
      ),
    ),
  )
  return found.flatMap(({ rows }) => rows.map(({ row }) => row)).sort()
}

async function memberByCode(code: string) {
  return test.database.prisma.member.findFirstOrThrow({
    where: { code },
    include: { branch: true },
  })
}

/** The text with one cell of the row of this code put in place of another. */
function edit(text: string, code: string, from: string, to: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${code},`))
  const line = lines[at]
  if (line === undefined || !line.includes(from)) throw new Error(`no ${from} at ${code}`)
  return lines.with(at, line.replace(from, to)).join('\n')
}

/** The text without the rows of these codes. */
function without(text: string, ...codes: string[]): string {
  const lines = text.split('\n')
  return lines.filter((line) => !codes.some((code) => line.startsWith(`${code},`))).join('\n')
}

describe('the lists of Na Tông', () => {
  it('[L1] are loaded whole, with links and branches that have none', async () => {
    const report = await load()
    expect(report.members).toMatchObject({ listed: 137, added: 137 })
    expect(report.households).toMatchObject({ listed: 824, added: 824 })
    expect(report.groups).toMatchObject({ all: 101, added: 101 })
    expect(report.newHamlets).toHaveLength(11)
    const linked = report.branches.filter(({ hamlets }) => hamlets.length > 0)
    expect(linked).toHaveLength(11)
    for (const { name, hamlets } of linked) expect(name).toBe(`Chi bộ bản ${hamlets.join()}`)
    const unlinked = report.branches.filter(({ hamlets }) => hamlets.length === 0)
    expect(unlinked.map(({ name }) => name)).toEqual([
      'Chi bộ Trường Mầm non',
      'Chi bộ Trường Tiểu học số 1',
      'Chi bộ Trường Tiểu học số 2',
      'Chi bộ Trường THCS',
      'Chi bộ Trạm Y tế',
    ])
    const secretary = await memberByCode('NT-DV0001')
    expect(secretary).toMatchObject({
      fullName: 'Đặng Xuân Thành',
      sortName: 'Thành',
      office: 'secretary',
      standing: 'official',
      strengths: ['livestock', 'localLanguage'],
      maxGroups: 3,
      branch: { name: 'Chi bộ bản Na Tông 1' },
    })
    expect(await memberByCode('NT-DV0004')).toMatchObject({ strengths: ['credit', 'health'] })
  })

  it('[L2] loaded again change nothing, and not one row is written', async () => {
    await load()
    const before = await rowVersions()
    const report = await load()
    expect(report.unchanged).toBe(true)
    expect(report.members).toMatchObject({ listed: 137, unchanged: 137, changed: 0 })
    expect(await rowVersions()).toEqual(before)
  })

  it('[L3] leave no date of admission anywhere in the database', async () => {
    const report = await load()
    expect(report.leftOut).toEqual(['Ngày vào Đảng'])
    const dates = members.split('\n').flatMap((line) => /\d\d\/\d\d\/\d{4}/.exec(line) ?? [])
    expect(dates).toHaveLength(137)
    const everything = (await rowVersions()).join('\n')
    for (const date of dates) {
      const [day, month, year] = date.split('/')
      expect(everything).not.toContain(date)
      expect(everything).not.toContain(`${year}-${month}-${day}`)
    }
  })
})

describe('[L4] the same lists in another dress say the same', () => {
  const dresses: [string, (text: string) => string | Buffer][] = [
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['in NFD', (text) => text.normalize('NFD')],
    ['with CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
    ['with tabs', (text) => reseparate(text, '\t')],
    ['with semicolons', (text) => reseparate(text, ';')],
    ['with no-break and zero-width spaces', (text) => text.replace(/ /g, '\u00A0\u200B')],
    ['with every cell quoted', (text) => reseparate(text, ',', true)],
    ['with empty lines at the end', (text) => `${text}\r\n\r\n`],
    ['with the tone mark at its older place', (text) => text.replace(/(Chi |th)ủy/g, '$1uỷ')],
  ]
  it.each(dresses)('%s', async (_, dress) => {
    await load()
    const report = await load({ members: dress(members), households: dress(households) })
    expect(report.unchanged).toBe(true)
  })

  it('UTF-16, a workbook, bytes that are no UTF-8 and 50 MB are refused in a sentence', async () => {
    const utf16 = Buffer.from(`\uFEFF${members}`, 'utf16le')
    const refusedFor = (why: string) => ({ code: 'fileUnreadable', details: { why } })
    await expect(load({ members: utf16 })).rejects.toMatchObject(refusedFor('utf16'))
    await expect(load({ members: 'PK\u0003\u0004' })).rejects.toMatchObject(refusedFor('workbook'))
    await expect(load({ members: Buffer.from([0x4d, 0xe3, 0x0a]) })).rejects.toMatchObject(
      refusedFor('notUtf8'),
    )
    await expect(load({ households: Buffer.alloc(50 * 1024 * 1024, 'a') })).rejects.toMatchObject({
      code: 'fileTooLarge',
      details: { file: 'ho-gia-dinh.csv', sizeMb: 50, limitMb: 8 },
    })
  })
})

function reseparate(text: string, sign: string, quoteAll = false): string {
  const rows = text.trimEnd().split(/\r?\n/)
  return rows
    .map((row) => {
      const cells = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(
        (match) => match[1] ?? '',
      )
      const count = text.startsWith('Mã,') ? 11 : 7
      return cells
        .slice(0, count)
        .map((cell) => cell.replace(/^"|"$/g, ''))
        .map((cell) => (quoteAll || /[;,]/.test(cell) ? `"${cell}"` : cell))
        .join(sign)
    })
    .join('\n')
}

describe('[L5] what is wrong is refused by file, line and column, and nothing is changed', () => {
  afterEach(async () => {
    expect(await test.database.prisma.orgUnit.count()).toBe(0)
    expect(await test.database.prisma.member.count()).toBe(0)
  })

  it('names missing, unknown and repeated columns', async () => {
    const header = members.replace('Chức vụ', 'Số CCCD').replace('Sở trường', 'Mã')
    await expect(load({ members: header })).rejects.toMatchObject({
      code: 'wrongHeader',
      details: {
        file: 'dang-vien.csv',
        missing: 'Chức vụ, Sở trường',
        unknown: 'Số CCCD',
        twice: 'Mã',
      },
    })
    await expect(load({ members: households, households: members })).rejects.toMatchObject({
      code: 'wrongHeader',
    })
    await expect(load({ members: '' })).rejects.toMatchObject({ code: 'wrongHeader' })
  })

  it('[L13] names every wrong cell of both lists at once, unknown hamlets too', async () => {
    let wrong = edit(members, 'NT-DV0002', 'Phó bí thư', 'Trưởng bản')
    wrong = edit(wrong, 'NT-DV0003', 'miễn công tác', 'bị ốm')
    wrong = edit(wrong, 'NT-DV0004', 'Cà Văn Dơ', '')
    wrong = edit(wrong, 'NT-DV0005', 'chính thức', '')
    wrong = edit(wrong, 'NT-DV0006', 'Chi bộ bản Na Tông 1', '')
    wrong = edit(wrong, 'NT-DV0008', 'NT-DV0008', 'NT-DV0001')
    let bad = edit(households, 'NT-H00001', 'Na Tông 1,Nhóm 1,5', 'Na Tòng 1,Nhóm 1,năm')
    bad = edit(bad, 'NT-H00002', 'Na Tông 1', 'Na Tống 1')
    bad = edit(bad, 'NT-H00003', 'Nguyễn Thị Ính', '=cmd()')
    bad = edit(bad, 'NT-H00004', ',3,', ',0,,')
    const found = await refusals({ members: wrong, households: bad })
    const at = found.map(({ file, line, column, reason }) => [file, line, column, reason])
    expect(at).toEqual([
      ['dang-vien.csv', 3, 'Chức vụ', 'unknownWord'],
      ['dang-vien.csv', 4, 'Lý do không phân công', 'unknownWord'],
      ['dang-vien.csv', 5, 'Họ và tên', 'missing'],
      ['dang-vien.csv', 6, 'Diện đảng viên', 'missing'],
      ['dang-vien.csv', 7, 'Chi bộ', 'missing'],
      ['dang-vien.csv', 9, 'Mã', 'duplicateCode'],
      ['ho-gia-dinh.csv', 2, 'Số khẩu', 'badNumber'],
      ['ho-gia-dinh.csv', 2, 'Thôn/bản', 'unknownHamlet'],
      ['ho-gia-dinh.csv', 3, 'Thôn/bản', 'unknownHamlet'],
      ['ho-gia-dinh.csv', 4, 'Chủ hộ', 'badName'],
      ['ho-gia-dinh.csv', 5, null, 'cellCount'],
    ])
    expect(JSON.stringify(found)).not.toMatch(/\d\d\/\d\d\/\d{4}/)
  })

  it('counts lines as an editor does, line breaks inside quotes and CRLF included', async () => {
    const broken = edit(members, 'NT-DV0001', 'Đặng Xuân Thành', '"Đặng Xuân\nThành"')
    const wrong = edit(broken, 'NT-DV0003', 'chính thức', 'khác')
    const [refusal] = await refusals({ members: wrong.replace(/\r?\n/g, '\r\n') })
    expect(refusal).toMatchObject({ line: 5, column: 'Diện đảng viên', value: 'khác' })
  })

  it('refuses a quotation mark that never closes, and a list without rows', async () => {
    const [open] = await refusals({ members: edit(members, 'NT-DV0002', 'Phó', '"Phó') })
    expect(open).toMatchObject({ reason: 'badQuotes' })
    const header = members.split('\n', 1)[0] ?? ''
    const [empty] = await refusals({ members: header, retire: true })
    expect(empty).toMatchObject({ file: 'dang-vien.csv', reason: 'missing' })
  })
})

describe('changes', () => {
  it('[L6] update values, move members between branches and households between groups', async () => {
    await load()
    let changed = edit(members, 'NT-DV0001', 'Đặng Xuân Thành', 'Đặng Xuân Bách')
    changed = edit(changed, 'NT-DV0005', 'Chi bộ bản Na Tông 1', 'Chi bộ bản Na Tông 2')
    const moved = edit(households, 'NT-H00001', 'Nhóm 1', 'Nhóm 99')
    const report = await load({ members: changed, households: moved })
    expect(report.members).toMatchObject({ changed: 2, unchanged: 135, added: 0 })
    expect(report.households).toMatchObject({ changed: 1, unchanged: 823 })
    expect(report.groups).toMatchObject({ all: 102, added: 1 })
    expect(await memberByCode('NT-DV0001')).toMatchObject({ sortName: 'Bách' })
    expect((await memberByCode('NT-DV0005')).branch.name).toBe('Chi bộ bản Na Tông 2')
  })

  it('[L7] keep and report what is listed no more, and retire it when asked, empty groups too', async () => {
    await load()
    const inGroup = households.split('\n').filter((line) => line.includes(',Na Tông 1,Nhóm 17,'))
    const codes = inGroup.map((line) => line.split(',')[0] ?? '')
    const lists = {
      members: without(members, 'NT-DV0002'),
      households: without(households, ...codes),
    }
    const kept = await load(lists)
    expect(kept.missing).toEqual({ members: ['NT-DV0002'], households: codes })
    expect(kept.unchanged).toBe(true)
    expect(kept.members.retired).toBe(0)
    expect((await memberByCode('NT-DV0002')).retiredAt).toBeNull()

    const retired = await load({ ...lists, retire: true })
    expect(retired.members.retired).toBe(1)
    expect(retired.households.retired).toBe(codes.length)
    expect(retired.groups).toMatchObject({ all: 100, retired: 1 })
    expect((await memberByCode('NT-DV0002')).retiredAt).not.toBeNull()
    expect((await load({ ...lists, retire: true })).unchanged).toBe(true)

    const back = await load()
    expect(back.members.returned).toBe(1)
    expect(back.households.returned).toBe(codes.length)
    expect(back.groups).toMatchObject({ all: 101, added: 1 })
    expect((await memberByCode('NT-DV0002')).retiredAt).toBeNull()
  })

  it('[L8] leave the reason that a branch set until the list says something new', async () => {
    await load()
    const { prisma } = test.database
    const until = new Date('2027-03-01T00:00:00Z')
    await prisma.member.updateMany({
      where: { code: 'NT-DV0002' },
      data: { reason: 'away', reasonUntil: until },
    })
    await prisma.member.updateMany({
      where: { code: 'NT-DV0003' },
      data: { reason: null, reasonUntil: null },
    })
    expect((await load()).unchanged).toBe(true)
    expect(await memberByCode('NT-DV0002')).toMatchObject({ reason: 'away', reasonUntil: until })
    expect(await memberByCode('NT-DV0003')).toMatchObject({ reason: null })

    const cells = 'chính thức,05/02/1996,,'
    const exempt = edit(members, 'NT-DV0002', cells, `${cells}miễn công tác`)
    await load({ members: exempt })
    expect(await memberByCode('NT-DV0002')).toMatchObject({ reason: 'exempt', reasonUntil: null })
    await load()
    expect(await memberByCode('NT-DV0002')).toMatchObject({ reason: null })
  })

  it('tells the open boards once, and only when something changed', async () => {
    const ear = await test.database.pool.connect()
    const heard: { what: string; branchIds: string[] }[] = []
    ear.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
    await ear.query('listen banviec')
    await load()
    await expect.poll(() => heard.length).toBe(1)
    expect(heard[0]).toMatchObject({ kind: 'changed', what: 'roster' })
    expect(heard[0]?.branchIds).toHaveLength(16)
    await load()
    await load({
      dryRun: true,
      members: edit(members, 'NT-DV0001', 'Đặng Xuân Thành', 'Đặng Bách'),
    })
    await load({ members: edit(members, 'NT-DV0001', 'Đặng Xuân Thành', 'Đặng Bách') })
    await expect.poll(() => heard.length).toBe(2)
    ear.release(true)
  })

  it('[L9] a dry run reports the same and writes nothing', async () => {
    const dry = await load({ dryRun: true })
    expect(dry.members.added).toBe(137)
    expect(await test.database.prisma.orgUnit.count()).toBe(0)
    expect(await load()).toEqual(dry)
  })

  it('[L10] two imports at once make the units once', async () => {
    const reports = await Promise.all([load(), load()])
    expect(reports.map(({ unchanged }) => unchanged).sort()).toEqual([false, true])
    expect(await test.database.prisma.orgUnit.count()).toBe(17)
  })
})
