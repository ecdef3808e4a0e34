import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { formatDay } from '#app/_words/format-day.ts'
import { dayAt } from '#domain/days.ts'
import { foldVi } from '#domain/names.ts'
import { formKinds } from '#domain/record/month-record.ts'
import { finalMonth, pagesOf } from './final-month.ts'
import { nearlyReady, usernameOf } from './finalise-scene.ts'
import { expect, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'
import { finalise, recordAct } from './record-acts.ts'

const sheets = (page: Page) => page.locator('.paper-sheet')

/** Waits until the paper is broken into pages. */
async function showPaper(page: Page, recordId: string, form: string): Promise<void> {
  await page.goto(`/papers/${recordId}?form=${form}`)
  await expect(page.locator('.paper-measure')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  await expect(sheets(page).last().locator('.paper-sign')).toBeVisible()
}

const bytesOf = async (download: Promise<Download>): Promise<Buffer> =>
  readFile(await (await download).path())

test('[F53] [F57] [F97] every sheet of every paper on screen is a page of its PDF, and prints without buttons', async ({
  page,
  database,
  newPerson,
  signIn,
  openAs,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const made = await finalMonth({ database, newPerson, signIn, baseURL }, page.context(), [
    'member',
  ])
  const { recordId, code } = made
  const [reader] = await openAs([usernameOf(made, 'member')])
  if (!reader) throw new Error('nobody at a browser')
  const shortCode = code.replace(/(.{4})(?=.)/gu, '$1-')
  for (const form of formKinds) {
    await showPaper(reader, recordId, form)
    const file = await reader.request.get(`/api/papers/${recordId}/${form}.pdf`)
    const count = pagesOf(await file.body())
    await expect(sheets(reader), form).toHaveCount(count)
    const all = Array.from({ length: count }, (_, at) => `${at + 1}/${count}`)
    await expect(reader.locator('.paper-foot')).toHaveText(
      all.map((page) => `Bản chốt lần 1, mã đối chiếu ${shortCode}, trang ${page}`),
    )
    await reader.emulateMedia({ media: 'print' })
    await expect(reader.locator('button:visible, a:visible, header nav:visible')).toHaveCount(0)
    await expect(reader.getByText('Tải PDF')).toBeHidden()
    const printed = await reader.pdf({ preferCSSPageSize: true })
    expect(pagesOf(printed), `${form} as it prints`).toBe(count)
    await reader.emulateMedia({ media: 'screen' })
  }

  // The list of 17 groups does not end on the page on which it begins.
  await showPaper(reader, recordId, 'assignments')
  const heads = await reader.locator('.paper-table thead').allInnerTexts()
  expect(heads.length).toBeGreaterThan(1)
  expect(new Set(heads).size).toBe(1)
  expect(heads[0]).toContain('Họ và tên đảng viên')
  expect(await seriousFaults(reader)).toEqual([])

  await signIn(page.context(), 'bithu2')
  expect((await page.goto(`/papers/${recordId}`))?.status()).toBe(404)
  await expect(page.locator('.paper-sheet')).toHaveCount(0)
  const refused = await page.request.get(`/api/papers/${recordId}/plan.pdf`)
  expect([refused.status(), (await refused.json()).code]).toEqual([404, 'unknownRecord'])
  await page.context().clearCookies()
  expect((await page.request.get(`/api/papers/${recordId}.json`)).status()).toBe(401)
})

test('[F58] whoever scans the code of a paper hears whether it is the branch’s record, and nobody’s name', async ({
  page,
  browser,
  database,
  newPerson,
  signIn,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const origin = baseURL ?? ''
  const made = await finalMonth({ database, newPerson, signIn, baseURL }, page.context())
  const { branch, month, recordId, code, sha256, people } = made
  const plan = { branchId: branch.id, month }
  const stranger = await browser.newContext({ baseURL: origin })
  const anybody = await stranger.newPage()
  const content = anybody.locator('main')
  await anybody.goto(`/v/${code.toLowerCase()}`)
  await expect(content.getByRole('heading')).toHaveText('Mã này là của một bản đã chốt')
  const number = `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`
  await expect(content).toContainText(
    `${branch.name}, ${number}, bản chốt lần 1, chốt ngày ${formatDay(dayAt(Date.now()))}.`,
  )
  await expect(content).toContainText(sha256)
  const names = (await database.prisma.member.findMany({ where: { branchId: branch.id } })).map(
    ({ fullName }) => fullName,
  )
  expect(names.length).toBeGreaterThan(10)
  const source = await anybody.content()
  for (const name of [...names, people.get('secretary')?.fullName ?? '']) {
    expect(source).not.toContain(name)
  }
  expect(await seriousFaults(anybody)).toEqual([])
  expect(await clippedWords(anybody)).toEqual([])

  const reason = 'Ghi nhầm người phụ trách Nhóm 5'
  await recordAct(page.request, origin, plan, { kind: 'reopen', recordId, reason })
  await anybody.reload()
  await expect(content).toContainText('Tháng này đang được mở lại để sửa, chưa chốt lại.')
  await finalise(page.request, origin, plan)
  await anybody.reload()
  await expect(content).toContainText('Bản này đã được thay bằng bản chốt lần 2.')
  await expect(content).not.toContainText('đang được mở lại')

  await anybody.goto('/v/0000-0000-0000')
  await expect(content.getByRole('heading')).toHaveText('Không có bản chốt nào mang mã này')
  await stranger.close()
})

test('[F59] [F89] [F96] the office takes a month along: all records as one archive, the sums as a workbook', async ({
  page,
  database,
  newPerson,
  signIn,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const made = await finalMonth({ database, newPerson, signIn, baseURL }, page.context())
  const { branch, month, recordId } = made
  const office = await newPerson({ role: 'office', unit: branch.commune.name })
  await signIn(page, office.username)
  await page.goto(`/commune/${branch.commune.id}/${month}`)

  const archive = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải các bản chốt' }).click()
  const files = unzipSync(new Uint8Array(await bytesOf(archive)))
  const slug = (name: string) => foldVi(name).replace(/[^a-z0-9]+/gu, '-')
  const name = `${slug(branch.name)}_${month}_lan-1`
  const folder = `01-${name}`
  expect((await archive).suggestedFilename()).toBe(`${slug(branch.commune.name)}_${month}.zip`)
  expect(Object.keys(files).sort()).toEqual(
    [
      `${folder}/${name}.json`,
      ...['ke-hoach', 'bieu-1-phan-cong', 'bieu-3-nhiem-vu'].flatMap((form) =>
        ['pdf', 'docx', 'xlsx'].map((ending) => `${folder}/${form}_${name}.${ending}`),
      ),
    ].sort(),
  )
  const list = await readSheets(Buffer.from(files[`${folder}/bieu-1-phan-cong_${name}.xlsx`] ?? []))
  expect(list[0]?.data.flat()).toContain('Đặng Xuân Thành')
  const lines = await database.prisma.auditEntry.findMany({
    where: { what: 'papers', personId: office.personId },
  })
  expect(lines.map(({ detail }) => detail)).toEqual([
    { recordId, month, version: 1, file: 'archive' },
  ])

  const workbook = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Excel', exact: true }).click()
  const rows = (await readSheets(await bytesOf(workbook)))[0]?.data ?? []
  const row = rows.find((cells) => cells.includes(branch.name))
  expect(row?.slice(2, 5)).toEqual(['đã chốt', 17, 17])
})

test('[F51] what is seen before a month is final says on every sheet that it is a draft', async ({
  page,
  database,
  newPerson,
  signIn,
}) => {
  const scene = await nearlyReady(database, newPerson, ['secretary'])
  await signIn(page, usernameOf(scene, 'secretary'))
  await page.goto(`/${scene.branch.id}/${scene.month}/finalise`)
  const mark = page.locator('.paper-sheets .paper-mark')
  await expect(mark).toHaveText('DỰ THẢO', { timeout: 30_000 })
  // Broken into pages once more when the paper's faces have come.
  await expect(async () => {
    const feet = await sheets(page).evaluateAll((all) =>
      all.map((sheet) => sheet.querySelector('.paper-foot')?.textContent?.trim()),
    )
    expect(feet.length).toBeGreaterThan(1)
    const count = feet.length
    expect(feet).toEqual(feet.map((_, at) => `Dự thảo, chưa chốt, trang ${at + 1}/${count}`))
  }).toPass({ timeout: 30_000 })
  await expect(page.locator('.paper-proof, .paper-qr')).toHaveCount(0)
})
