import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readActor } from '#server/auth/actor.ts'
import { type AuthTestBed, openAuthTestBed, testSecret } from '#server/auth/auth-test-bed.ts'
import { setPassword } from '#server/auth/set-password.ts'

// Each command is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 120_000 })

let bed: AuthTestBed
beforeAll(async () => {
  bed = await openAuthTestBed()
  const { prisma } = bed.database
  const second = await prisma.orgUnit.create({ data: { kind: 'commune', name: 'xã Mường Nhà' } })
  await prisma.orgUnit.createMany({
    data: [
      { kind: 'branch', parentId: second.id, name: 'Chi bộ bản Na Tông 2' },
      { kind: 'branch', parentId: second.id, name: 'Chi bộ Trường Mầm non' },
    ],
  })
  await memberCalled('NT-DV0001')
})
afterAll(() => bed.close())

async function memberCalled(code: string): Promise<string> {
  const { communeId, branchId } = bed
  const name = { fullName: 'Đặng Xuân Thành', sortName: 'Thành' }
  const { id } = await bed.database.prisma.member.create({
    data: { communeId, branchId, code, ...name },
  })
  return id
}

interface Ended {
  code: number | null
  out: string
  err: string
}

/** The command as the office runs it: a process of its own. */
function people(...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/.bin/tsx', 'bin/people.ts', ...args], {
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: bed.url },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

const branch = 'Chi bộ bản Na Tông 1'
const who = ['--name', 'Đặng Xuân Thành', '--role', 'secretary', '--unit', branch]
const passwordIn = (text: string) => text.match(/[2-9a-z]{5}-[2-9a-z]{5}-[2-9a-z]{5}/g) ?? []

test('adds someone with a one-time password that is shown once and opens only the way to change it', async () => {
  const { code, out, err } = await people(
    'add',
    ...who,
    '--username',
    'bithu',
    '--member',
    'nt-dv0001',
  )
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(out).toContain(
    'Đã thêm Đặng Xuân Thành, tên đăng nhập bithu: Bí thư chi bộ, Chi bộ bản Na Tông 1.',
  )
  expect(passwordIn(out)).toHaveLength(1)
  const [oneTime = ''] = passwordIn(out)

  const person = await bed.database.prisma.person.findUniqueOrThrow({
    where: { username: 'bithu' },
    include: { member: true, roles: true },
  })
  expect(person).toMatchObject({ mustChangePassword: true, member: { code: 'NT-DV0001' } })
  expect(person.roles).toMatchObject([{ role: 'secretary', unitId: bed.branchId }])
  expect(JSON.stringify(person)).not.toContain(oneTime)

  const cookie = await bed.enter('bithu', oneTime)
  const actor = await readActor(bed.database, cookie, testSecret)
  expect(actor).toMatchObject({ mustChangePassword: true, grants: [] })
  await setPassword(bed.database, {
    personId: person.id,
    password: 'gùi ngô lên nương sớm',
    mustChange: false,
    keepSession: actor?.sessionId ?? null,
  })
  await expect(bed.enter('bithu', oneTime)).rejects.toThrow('wrongPassword')
  expect(await readActor(bed.database, cookie, testSecret)).toMatchObject({
    grants: [{ role: 'secretary' }],
  })
})

test('a name that is taken, a member who has an account: refused, nothing half done', async () => {
  const holder = await bed.add({ memberId: await memberCalled('NT-DV0002') })
  const before = await bed.database.prisma.person.count()
  const refused = async (sentence: string, ...args: string[]) => {
    const ended = await people('add', ...who, ...args)
    expect(ended).toMatchObject({ code: 1, out: '' })
    expect(ended.err).toContain(sentence)
    expect(ended.err).toContain('Chưa có gì thay đổi.')
  }
  await Promise.all([
    refused('đã có người dùng', '--username', holder.username),
    refused(`đã có tài khoản: ${holder.username}`, '--username', 'ba', '--member', 'NT-DV0002'),
    refused('Không thấy đảng viên mã NT-DV9999', '--username', 'ba', '--member', 'NT-DV9999'),
    refused('Tên đăng nhập gồm 3 đến 32', '--username', 'Bí Thư'),
  ])
  expect(await bed.database.prisma.person.count()).toBe(before)
})

test('units are found by name; a name that fits several, or none, lists what there is', async () => {
  const folded = await people(
    'add',
    '--name',
    'A',
    '--username',
    'khongdau',
    '--role',
    'deputy',
    '--unit',
    'chi bo ban na tong 1',
  )
  expect(folded.code).toBe(0)
  const two = [
    '--name',
    'B',
    '--username',
    'haixa',
    '--role',
    'deputy',
    '--unit',
    'Chi bộ bản Na Tông 2',
  ]
  const ambiguous = await people('add', ...two)
  expect(ambiguous.code).toBe(1)
  expect(ambiguous.err).toContain('Chi bộ bản Na Tông 2 (xã Mường Nhà)')
  expect(ambiguous.err).toContain('Chi bộ bản Na Tông 2 (Đảng bộ xã Na Tông)')
  expect((await people('add', ...two, '--commune', 'xã Mường Nhà')).code).toBe(0)
  const none = await people('role', 'haixa', '--role', 'cadre', '--unit', 'Chi bộ bản Xa')
  expect(none.err).toContain('Không thấy đơn vị “Chi bộ bản Xa”')
  expect(none.err).toContain('Chi bộ Trường Mầm non')
  const office = await people('role', 'haixa', '--role', 'office', '--unit', branch)
  expect(office.err).toContain('vai trò office giao ở xã')
  const secretary = await people('role', 'haixa', '--role', 'secretary', '--unit', 'xã Mường Nhà')
  expect(secretary.err).toContain('không phải là chi bộ')
  expect((await people('role', 'haixa', '--role', 'office', '--unit', 'xã Mường Nhà')).code).toBe(0)
})

test('roles are given, kept, taken away', async () => {
  const { personId, username } = await bed.add({ grants: [] })
  const role = ['role', username, '--role', 'cadre', '--unit', branch]
  const held = () => bed.database.prisma.role.count({ where: { personId } })
  expect((await people(...role)).out).toContain('Đã giao cho')
  expect((await people(...role)).out).toContain('không có gì thay đổi')
  expect(await held()).toBe(1)
  expect((await people(...role, '--remove')).out).toContain('Đã thôi giao')
  expect(await held()).toBe(0)
  expect(await people(...role, '--remove')).toMatchObject({ code: 1 })
})

test('disabling ends every session at once; enabling lets in again; a new password ends them too', async () => {
  const { username } = await bed.add({})
  const cookies = [await bed.enter(username), await bed.enter(username)]
  const alive = async () =>
    (
      await Promise.all(cookies.map((cookie) => readActor(bed.database, cookie, testSecret)))
    ).filter(Boolean)
  expect(await alive()).toHaveLength(2)
  expect((await people('disable', username)).out).toContain('Đã khóa tài khoản')
  expect(await alive()).toHaveLength(0)
  await expect(bed.enter(username)).rejects.toThrow('wrongPassword')
  const whileClosed = await people('password', username)
  expect(whileClosed.out).toContain('Tài khoản này đang bị khóa')
  expect((await people('enable', username)).code).toBe(0)
  expect(await alive()).toHaveLength(0)
  const [first = ''] = passwordIn(whileClosed.out)
  cookies.push(await bed.enter(username, first))
  expect(await alive()).toHaveLength(1)
  const [second = ''] = passwordIn((await people('password', username)).out)
  expect(second).not.toBe(first)
  expect(await alive()).toHaveLength(0)
  await expect(bed.enter(username, first)).rejects.toThrow('wrongPassword')
})

test('what is not understood is said, with the usage, and exit code 2; help is no failure', async () => {
  expect(await people()).toMatchObject({
    code: 0,
    out: expect.stringContaining('npm run people -- add'),
  })
  expect((await people('--help', '--lang', 'en')).out).toContain('Usage:')
  const cases: [string[], string][] = [
    [['xoa', 'bithu'], 'Không có lệnh “xoa”'],
    [['add', '--username', 'x'], 'Thiếu --'],
    [['add', ...who], 'Thiếu --username'],
    [['disable'], 'Thiếu --username'],
    [['add', ...who, '--username', 'nam', '--password', 'x'], 'Không có tùy chọn “--password”'],
    [['disable', 'bithu', '--role', 'member'], 'Không có tùy chọn “--role”'],
    [['role', 'bithu', '--role', 'vua', '--unit', branch], 'Không có vai trò “vua”'],
    [['disable', 'bithu', 'thua'], 'Không có tùy chọn “thua”'],
  ]
  await Promise.all(
    cases.map(async ([args, sentence]) => {
      const ended = await people(...args)
      expect(ended.code, args.join(' ')).toBe(2)
      expect(ended.err).toContain(sentence)
    }),
  )
  const nobody = await people('disable', 'khong-co-ai', '--lang', 'en')
  expect(nobody).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nobody has the user name'),
  })
})
