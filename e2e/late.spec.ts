// A browser that slept offline while its month was finalised: the record stays, the work lies with the secretary.
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { monthAt, shiftMonth } from '#domain/months.ts'
import { checkKinds } from '#domain/record/commune-rules.ts'
import type { Database } from '#server/db/database.ts'
import { card, chip, sum, tapInto } from './board-page.ts'
import { copyBranch } from './copied-branch.ts'
import { findBrowser } from './find-browser.ts'
import { expect as asked, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'
import { finalise } from './record-acts.ts'

/** Five times what a busy machine was seen to take. */
const expect = asked.configure({ timeout: 30_000 })

const month = monthAt(Date.now())
const next = shiftMonth(month, 1)
const inside = (of: string) => `tháng ${Number(of.slice(5))}/${of.slice(0, 4)}`
const contexts: BrowserContext[] = []
const folders: string[] = []

test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function openProfile(folder: string, baseURL: string): Promise<BrowserContext> {
  const browser = await findBrowser()
  if (!browser) throw new Error('a browser was found before')
  const { executablePath, args } = browser
  const place = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', baseURL }
  const viewport = { width: 1366, height: 768 }
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    viewport,
    ...place,
  })
  contexts.push(context)
  return context
}

/** Gives what cuts a browser off. Going offline alone leaves open sockets open, in Chromium, and what is sent on them goes. */
async function cuttable(context: BrowserContext): Promise<() => Promise<void>> {
  let isCut = false
  const open: { close(): Promise<void> }[] = []
  await context.routeWebSocket(/\/sync\//, async (page) => {
    if (isCut) return page.close()
    const server = page.connectToServer()
    open.push(server, page)
  })
  return async () => {
    isCut = true
    await context.setOffline(true)
    for (const end of open) await end.close()
  }
}

const saving = (page: Page) => page.locator('[data-saving]:visible')

async function expectSaved(page: Page): Promise<void> {
  await expect(saving(page)).toHaveAttribute('data-saving', /^(saved|merged)$/)
}

/** Nothing stands in the way of this branch's commune. */
async function easeRules({ prisma }: Database, branchId: string): Promise<void> {
  const { parentId } = await prisma.orgUnit.findUniqueOrThrow({ where: { id: branchId } })
  const weights = Object.fromEntries(checkKinds.map((kind) => [kind, 'note']))
  await prisma.communeRules.create({ data: { communeId: String(parentId), weights } })
}

/** A reason that got no answer stays, and so does where one was. */
async function expectKeptReason(page: Page, reason: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Vì sao bỏ' })
  const cut = '**/api/record'
  await page.route(cut, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await field.fill(reason)
  await field.press('Enter')
  await expect(page.getByText('chưa rõ đã ghi hay chưa')).toBeVisible()
  await expect(field).toHaveValue(reason)
  await expect(field).toBeFocused()
  await page.unroute(cut)
}

/** What was finalised, and how long the plan's log is. */
async function fixedState({ prisma }: Database, branchId: string) {
  const { id, headSeq } = await prisma.plan.findUniqueOrThrow({
    where: { branchId_month: { branchId, month } },
  })
  const records = await prisma.planRecord.findMany({ where: { planId: id } })
  return {
    headSeq,
    records: records.map(({ json, sha256 }) => [json, Buffer.from(sha256).toString('hex')]),
  }
}

test('[F70] [F72] [F74] [F75] [F105] [F107] work of a browser that slept through the finalising', async ({
  database,
  newPerson,
  signIn,
  openAs,
  baseURL: given,
}) => {
  const baseURL = given ?? ''
  test.setTimeout(240_000)
  const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
  await easeRules(database, branch.id)
  const unit = branch.name
  const secretary = await newPerson({ role: 'secretary', unit })
  const author = await newPerson({ role: 'committee', unit })

  const folder = await mkdtemp(path.join(os.tmpdir(), 'banviec-sleeper-'))
  folders.push(folder)
  const first = await openProfile(folder, baseURL)
  const goOffline = await cuttable(first)
  await signIn(first, author.username)
  const text = await first.newPage()
  await text.goto(`/${branch.id}/${month}/plan`)
  await expectSaved(text)
  const board = await first.newPage()
  await board.goto(`/${branch.id}/${month}`)
  await expectSaved(board)
  await expect(sum(board)).toBeVisible()

  await goOffline()
  for (const page of [text, board]) {
    await expect(saving(page)).toHaveAttribute('data-saving', /^(reconnecting|offline)$/)
  }
  await text.locator('[data-live-editor="focus"]').click()
  await text.keyboard.type('Mỗi hộ trồng 20 cây quế.')
  await text.getByRole('button', { name: 'Thêm việc', exact: true }).click()
  await text.keyboard.type('Đắp lại đường vào Nhóm 3')
  await text.getByRole('button', { name: 'Thêm việc', exact: true }).click()
  await text.keyboard.type('Phát quang đường ra suối')
  await tapInto(board, 'Lò Thị Hồng', 'Nhóm 3')
  for (const page of [text, board]) {
    await expect(saving(page)).toHaveAttribute('data-saving', 'offlinePending')
  }
  await first.close()

  const [desk] = (await openAs([secretary.username])) as [Page]
  await finalise(desk.request, new URL(baseURL).origin, { branchId: branch.id, month })
  const fixed = await fixedState(database, branch.id)
  expect(fixed.records).toHaveLength(1)

  const second = await openProfile(folder, baseURL)
  await signIn(second, author.username)
  const back = await second.newPage()
  const question = '**/api/late?*'
  await back.route(question, (route) => route.abort())
  await back.goto(`/${branch.id}/${month}`)
  await expect(saving(back)).toHaveText('Đến muộn: đã cất, chờ bí thư xem')
  await saving(back).click()
  const told = back.getByRole('dialog')
  await expect(told).toContainText('Chưa hỏi được bí thư đã quyết định thế nào.')
  await back.unroute(question)
  await told.getByRole('button', { name: 'Hỏi lại' }).click()
  await expect(told).toContainText('máy chủ đã cất nguyên vẹn để bí thư xem')
  await expect(told).toContainText('Mỗi hộ trồng 20 cây quế.')
  await expect(told).toContainText('Chờ bí thư xem: 4 mục.')
  await expect(chip(back, 'Nhóm 3', 'Lò Thị Hồng')).toHaveCount(0)

  await desk.goto(`/${branch.id}/${next}`)
  await expect(desk.getByText(`Thay đổi đến muộn của ${inside(month)}: `)).toBeVisible()
  await desk.getByRole('link', { name: 'Xem từng mục' }).click()
  await expect(desk.getByText(`Đang nhận vào kế hoạch ${inside(next)}`)).toBeVisible()
  await desk.getByRole('link', { name: `Về danh sách của ${inside(month)}` }).click()
  await expect(desk.getByText(author.fullName)).toBeVisible()
  await expect(desk.locator('[data-late-item="waiting"]')).toHaveCount(4)
  await expect(desk.getByText('Phân công Lò Thị Hồng vào Nhóm 3')).toBeVisible()
  expect(await seriousFaults(desk)).toEqual([])
  expect(await clippedWords(desk)).toEqual([])
  await desk.getByRole('link', { name: `Nhận vào ${inside(next)}` }).click()
  await expectSaved(desk)
  const takeAll = desk.getByRole('button', { name: /^Nhận cả \d mục nhận được$/ })
  await expect(takeAll).toHaveText('Nhận cả 3 mục nhận được')
  await takeAll.click()
  await expect(desk.locator('[data-late-item="takenUp"]')).toHaveCount(3)
  const messages = desk.getByRole('region', { name: /^Thông báo/ })
  await expect(messages).toContainText('Đã nhận 3 mục')
  await messages.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(desk.locator('[data-late-item="waiting"]')).toHaveCount(4)
  await desk.getByRole('button', { name: /^Nhận: Phân công Lò Thị Hồng/ }).click()
  await expect(desk.locator('[data-late-item="takenUp"]')).toHaveCount(1)
  await desk
    .getByRole('button', { name: /^Nhận: Thêm việc/ })
    .first()
    .click()
  await expect(desk.locator('[data-late-item="takenUp"]')).toHaveCount(2)
  await desk.getByRole('button', { name: /^Nhận: Thêm việc/ }).click()
  await expect(desk.locator('[data-late-item="takenUp"]')).toHaveCount(3)
  await desk.getByRole('button', { name: /^Bỏ: (Sửa|Viết vào) “Nhiệm vụ trọng tâm”/ }).click()
  await expectKeptReason(desk, 'Đã có trong kế hoạch xã')
  await desk.getByRole('button', { name: 'Bỏ', exact: true }).click()
  await expect(desk.locator('[data-late-item="dismissed"]')).toHaveCount(1)
  await expectSaved(desk)
  await desk.goto(`/${branch.id}/${next}`)
  await expect(chip(desk, 'Nhóm 3', 'Lò Thị Hồng')).toBeVisible({ timeout: 30_000 })
  await expect(card(desk, 'Nhóm 3')).toBeVisible()
  await expect(desk.getByText(`Thay đổi đến muộn của ${inside(month)}`)).toHaveCount(0)

  await expect(told).toContainText('Đã nhận: 3 mục.')
  await expect(told).toContainText('Lý do: “Đã có trong kế hoạch xã”')
  expect(await fixedState(database, branch.id)).toEqual(fixed)
})
