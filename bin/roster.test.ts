import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#server/db/test-database.ts'

// Each command is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 120_000 })

const sample = [
  path.resolve('prisma/sample/dang-vien.csv'),
  path.resolve('prisma/sample/ho-gia-dinh.csv'),
]

let bed: TestDatabase
let folder: string
beforeEach(async () => {
  bed = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'roster-command-'))
})
afterEach(async () => {
  await bed.close()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  code: number | null
  out: string
  err: string
}

/** The command as the office runs it: a process of its own. */
function roster(...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/.bin/tsx', 'bin/roster.ts', ...args], {
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: bed.url },
    })
    const ended = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (ended.out += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (ended.err += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...ended }))
  })
}

it('imports Na Tông and reports the links; the second time nothing changes', async () => {
  const first = await roster('import', '--commune', 'xã Na Tông', ...sample)
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.out).toContain('Đảng viên: 137 trong danh sách; thêm 137')
  expect(first.out).toContain('11 trong 16 chi bộ phụ trách thôn, bản')
  expect(first.out).toContain('  Chi bộ bản Na Tông 1: Na Tông 1')
  expect(first.out).toMatch(/không gắn với thôn, bản.*Trường Mầm non.*Trạm Y tế/)
  expect(first.out).toContain('Có trong tệp nhưng không lưu: Ngày vào Đảng')
  expect(first.out).not.toMatch(/\d\d\/\d\d\/\d{4}/)
  const again = await roster('import', '--commune', 'xã Na Tông', ...sample, '--lang', 'en')
  expect(again.code).toBe(0)
  expect(again.out).toContain('Nothing changed')
  expect(again.out).toContain('Members: 137 listed; 0 added, 0 changed')
})

it('names each refused place, in both languages, and changes nothing', async () => {
  const [members, households] = sample
  const wrong = path.join(folder, 'sai.csv')
  const text = await readFile(households ?? '', 'utf8')
  await writeFile(wrong, text.replace('Na Tông 1,Nhóm 1,5', 'Na Tòng 1,Nhóm 1,nhiều'))
  const refused = await roster('import', '--commune', 'xã Na Tông', members ?? '', wrong)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('Không nạp được: 2 chỗ cần sửa. Chưa có gì thay đổi.')
  expect(refused.err).toContain('sai.csv, dòng 2, cột “Số khẩu”: “nhiều” không phải số nguyên')
  await writeFile(wrong, text.replace('Na Tông 1,Nhóm 1,5', 'Na Tòng 1,Nhóm 1,5'))
  const english = await roster(
    'import',
    '--commune',
    'xã Na Tông',
    members ?? '',
    wrong,
    '--lang=en',
  )
  expect(english.err).toContain(
    'sai.csv, line 2, column “Thôn/bản”: the commune has no hamlet “Na Tòng 1”',
  )
  const header = await roster(
    'import',
    '--commune',
    'xã Na Tông',
    households ?? '',
    households ?? '',
  )
  expect(header.err).toContain('Thiếu cột: Mã, Họ và tên')
  const absent = await roster('import', '--commune', 'xã Na Tông', 'khong-co.csv', wrong)
  expect(absent.err).toContain('Không thấy tệp khong-co.csv.')
  expect(await bed.database.prisma.orgUnit.count()).toBe(0)
})

it('says how it is used when it is not understood', async () => {
  expect(await roster('import', ...sample)).toMatchObject({ code: 2, out: '' })
  expect(await roster('import', '--comune', 'x', ...sample)).toMatchObject({ code: 2 })
  expect((await roster('--help')).out).toContain('npm run roster -- import --commune')
})

it('renames a unit', async () => {
  await bed.database.prisma.orgUnit.create({ data: { kind: 'commune', name: 'xã Na Tông' } })
  const order = ['rename-unit', '--from', 'xã Na Tông', '--to', 'xã Mường Nhà']
  expect((await roster(...order)).out).toContain('Đã đổi tên “xã Na Tông” thành “xã Mường Nhà”')
  expect(await roster(...order)).toMatchObject({ code: 1, err: 'Không thấy đơn vị này.\n' })
})

it('loads 1,627 members and 6,421 households in seconds, and says how far it is', async () => {
  const hamlets = Array.from({ length: 89 }, (_, i) => `Kon Klung ${i + 1}`)
  const hamletOf = (i: number) => hamlets[i % hamlets.length] ?? ''
  const title = (await readFile(sample[0] ?? '', 'utf8')).split('\n', 1)[0] ?? ''
  const houseTitle = (await readFile(sample[1] ?? '', 'utf8')).split('\n', 1)[0] ?? ''
  const memberRows = Array.from(
    { length: 1627 },
    (_, i) =>
      `KP-DV${i},A Blong,Chi bộ thôn ${hamletOf(i)},${hamletOf(i)},,chính thức,01/01/2001,,,chăn nuôi; tin học,2`,
  )
  const householdRows = Array.from(
    { length: 6421 },
    (_, i) => `KP-H${i},Y Ling,${hamletOf(i)},Nhóm ${1 + (Math.floor(i / 89) % 12)},5,nghèo,nhà ở`,
  )
  const files = [path.join(folder, 'm.csv'), path.join(folder, 'h.csv')] as const
  await writeFile(files[0], [title, ...memberRows].join('\n'))
  await writeFile(files[1], [houseTitle, ...householdRows].join('\n'))
  const { code, out } = await roster('import', '--commune', 'huyện cũ Kon Plông', ...files)
  expect(code).toBe(0)
  expect(out).toContain('Đảng viên: đã ghi 1000/1627')
  expect(out).toContain('Hộ: đã ghi 6421/6421')
  expect(out).toContain('89 trong 89 chi bộ phụ trách thôn, bản')
  const seconds = Number(/Xong trong ([\d.]+) giây/.exec(out)?.[1])
  expect(seconds).toBeLessThan(20)
})
