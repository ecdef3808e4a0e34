// Cadres and members on a phone: what they see, say and report, also without a network.
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { AdviceNews } from '#domain/advice/advice-view.ts'
import { findBrowser } from './find-browser.ts'
import { comment, expect, phone, said, test } from './light-page.ts'
import { clippedWords, seriousFaults, smallTargets } from './page-faults.ts'

test.use(phone)

test('[Q44] [Q47] what a cadre wrote offline is there once when the browser was closed and opened again', async ({
  hamlet,
  signIn,
  baseURL,
  openAs,
}) => {
  test.setTimeout(120_000)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banviec-phone-'))
  const first = await openPhone(folder, baseURL ?? '')
  await signIn(first, hamlet.cadre.username)
  const page = await first.newPage()
  await page.goto(`${hamlet.address}/groups/${hamlet.groupId}`)
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toBeGreaterThan(0)
  await first.setOffline(true)
  await page.reload()
  await expect(page.getByRole('status')).toContainText('Ngoại tuyến, đang xem bản lúc')
  await comment(page, 'Nhóm 7 nên có hai người.')
  await page.getByRole('button', { name: 'Trả lời' }).click()
  await comment(page, 'Nhất là vào mùa gặt.')
  await expect(page.getByText('chờ gửi, tự gửi khi có mạng')).toHaveCount(2)
  await expect(page.getByRole('status')).toContainText('2 chưa gửi')
  await first.close()

  const second = await openPhone(folder, baseURL ?? '')
  await signIn(second, hamlet.cadre.username)
  const again = await second.newPage()
  // Any light page sends what is waiting.
  await again.goto('/my/groups')
  const [desk] = await openAs([hamlet.secretary.username])
  const bodies = () => bodiesOf(desk as Page, hamlet)
  await expect
    .poll(bodies, { timeout: 30_000 })
    .toEqual(['Nhóm 7 nên có hai người.', 'Nhất là vào mùa gặt.'])
  await again.goto(`${hamlet.address}/groups/${hamlet.groupId}`)
  await expect(said(again, 'Nhóm 7 nên có hai người.')).toHaveCount(1)
  await expect(said(again, 'Nhất là vào mùa gặt.')).toHaveCount(1)
  await expect(again.getByText('chờ gửi')).toHaveCount(0)
  expect(await bodies()).toHaveLength(2)
  await second.close()
  await rm(folder, { recursive: true, force: true })
})

test('[Q41] a proposal goes from the phone, and its fate comes back by itself', async ({
  hamlet,
  page,
  signIn,
  openAs,
}) => {
  await signIn(page, hamlet.cadre.username)
  await page.goto('/')
  await expect(page).toHaveURL(/\/my$/)
  await page.getByRole('link', { name: 'Nhóm hộ' }).click()
  await page.getByRole('link', { name: /^Nhóm 7/ }).click()
  await page.getByRole('button', { name: 'Đổi người' }).click()
  await page.getByRole('radio').first().check()
  await page.getByRole('textbox', { name: /^Vì sao/ }).fill('Ở gần nhóm.')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Đề nghị, chờ chi ủy quyết định')).toBeVisible()
  const [desk] = (await openAs([hamlet.secretary.username])) as [Page]
  await expect.poll(async () => (await newsOf(desk, hamlet)).threads.length).toBe(1)
  const { threads } = await newsOf(desk, hamlet)
  const act = { kind: 'settle', threadId: threads[0]?.id, state: 'accepted' }
  const answer = await desk.request.post('/api/advice', {
    headers: { origin: new URL(page.url()).origin },
    data: { acts: [{ ...act, id: crypto.randomUUID() }] },
  })
  expect(await answer.json()).toMatchObject({ answers: [{ ok: true }] })
  await expect(page.getByText(`Đề nghị đã được ${hamlet.secretary.fullName} nhận`)).toBeVisible()
})

test('[Q43] a member sees what is theirs and reports on it', async ({
  hamlet,
  page,
  signIn,
  openAs,
}) => {
  await signIn(page, hamlet.member.username)
  await page.goto('/')
  await page.getByRole('link', { name: /Giúp 5 hộ làm chuồng trại.*chưa báo kết quả/s }).click()
  await page.getByRole('radio', { name: 'Làm được một phần' }).check()
  await page.getByRole('textbox', { name: 'số đã làm' }).fill('3')
  await page.getByRole('textbox', { name: 'tổng số phải làm' }).fill('5')
  await page.getByRole('radio', { name: 'cần người cùng làm' }).check()
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(page.getByText(/^đã báo \d\d:\d\d$/)).toBeVisible()
  const [desk] = (await openAs([hamlet.secretary.username])) as [Page]
  const { taskId, memberId } = hamlet.member
  expect((await newsOf(desk, hamlet)).reports).toMatchObject([
    { taskId, memberId, outcome: 'partly', figure: { done: 3, of: 5 }, next: 'help' },
  ])
  await page.goto('/my')
  await expect(page.getByText('đã báo kết quả', { exact: true })).toBeVisible()
})

test('the light pages have no faults under a thumb', async ({ hamlet, page, signIn }) => {
  await signIn(page, hamlet.cadre.username)
  const { address, groupId, member } = hamlet
  const group = `${address}/groups/${groupId}`
  const pages = ['/my/groups', '/my/advice', '/my/me', address, group]
  for (const each of [...pages, `${address}/tasks/${member.taskId}`]) {
    await page.goto(each)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (each === group) await comment(page, 'Chữ để xem <script>alert(1)</script>')
    expect(await seriousFaults(page), each).toEqual([])
    expect(await clippedWords(page), each).toEqual([])
    expect(await smallTargets(page), each).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, each).toBeLessThanOrEqual(390)
  }
})

async function openPhone(folder: string, baseURL: string): Promise<BrowserContext> {
  const browser = await findBrowser()
  if (!browser) throw new Error('a browser was found before')
  const { executablePath, args } = browser
  const place = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', baseURL }
  return chromium.launchPersistentContext(folder, { executablePath, args, ...place, ...phone })
}

function keptPages(page: Page): Promise<number> {
  return page.evaluate(async () => (await (await caches.open('light-pages')).keys()).length)
}

async function newsOf(
  { request }: Page,
  { branchId, month }: { branchId: string; month: string },
): Promise<AdviceNews> {
  return (await request.get(`/api/advice?branch=${branchId}&month=${month}`)).json()
}

async function bodiesOf(page: Page, plan: { branchId: string; month: string }): Promise<string[]> {
  const { threads } = await newsOf(page, plan)
  return threads.flatMap(({ comments }) => comments.map(({ body }) => body))
}
