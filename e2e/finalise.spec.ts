import type { Page } from '@playwright/test'
import { formatDay } from '#app/_words/format-day.ts'
import { dayAt } from '#domain/days.ts'
import { sum } from './board-page.ts'
import { fillByKeys, nearlyReady, tabTo } from './finalise-scene.ts'
import { expect, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'

const number = (month: string) => String(Number(month.slice(5)))
const today = formatDay(dayAt(Date.now()))

/** Waits for the finalising page, and says what is left of step 1. */
async function left(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Kiểm tra' })).toBeVisible({ timeout: 30_000 })
  return page
    .getByRole('region', { name: 'Kiểm tra' })
    .getByRole('status')
    .first()
    .textContent()
    .then((words) => words ?? '')
}

test('[F33] somebody who never saw it finalises a month with the keyboard alone', async ({
  database,
  newPerson,
  openAs,
}) => {
  test.setTimeout(120_000)
  const leftOver = { group: 'Nhóm 5', task: 2 }
  const scene = await nearlyReady(database, newPerson, ['secretary', 'member'], leftOver)
  const { branch, month, people } = scene
  const [page, watching] = await openAs([
    people.get('secretary')?.username ?? '',
    people.get('member')?.username ?? '',
  ])
  if (!page || !watching) throw new Error('nobody at a browser')
  await page.goto(`/${branch.id}/${month}`)
  await watching.goto(`/${branch.id}/${month}`)
  await expect(sum(page)).toBeVisible({ timeout: 30_000 })
  await expect(sum(watching)).toBeVisible({ timeout: 30_000 })

  await tabTo(page, page.getByRole('link', { name: `Chốt tháng ${number(month)}…` }))
  await page.keyboard.press('Enter')
  expect(await left(page)).toBe('còn 2 mục chặn')

  await tabTo(page, page.getByRole('button', { name: 'Chọn người' }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Nhận gợi ý' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Nhận gợi ý' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Về bước kiểm tra' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  expect(await left(page)).toBe('còn 1 mục chặn')

  await expect(page.getByRole('button', { name: 'Chọn người' })).toBeFocused()
  await page.keyboard.press('Enter')
  const who = page.getByRole('button', { name: /^Người làm việc 2/ })
  await tabTo(page, who)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: / chủ trì$/ }).first())
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await tabTo(page, page.getByRole('link', { name: 'Về bước kiểm tra' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  expect(await left(page)).toBe('đủ điều kiện chốt')

  await fillByKeys(page, 'Ngày họp', today.slice(0, 5))
  await fillByKeys(page, 'Có mặt', '15')
  await fillByKeys(page, 'Được biểu quyết', '15')
  await fillByKeys(page, 'Tán thành', '14')
  const seal = page.getByRole('button', { name: 'Chốt và gửi Đảng ủy xã' })
  await tabTo(page, seal)
  await expect(seal).not.toHaveAttribute('aria-disabled', 'true')
  const frozen = watching.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent.includes('đã chốt tháng này')) return
          observer.disconnect()
          resolve(Date.now())
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Đã chốt tháng/ })).toBeVisible()
  const { rows } = await database.pool.query<{ at: Date }>(
    'select finalised_at as at from plan_record r join plan p on p.id = r.plan_id where p.branch_id = $1',
    [branch.id],
  )
  const seenAfterMs = (await frozen) - (rows[0]?.at.getTime() ?? 0)
  process.stdout.write(`frozen on another screen ${seenAfterMs} ms after the record was made\n`)
  expect(seenAfterMs).toBeLessThan(5_000)
  const said = `${people.get('secretary')?.fullName} đã chốt tháng này`
  await expect(watching.getByText(said).first()).toBeVisible()
})

test('[F35][F36][F38] two people fill in the same meeting, agree, and see what changed since; a month is opened again', async ({
  database,
  newPerson,
  openAs,
}) => {
  test.setTimeout(120_000)
  const scene = await nearlyReady(database, newPerson, ['secretary', 'deputy'])
  const { branch, month, people } = scene
  const secretaryName = people.get('secretary')?.fullName ?? ''
  const deputyName = people.get('deputy')?.fullName ?? ''
  const [mine, theirs] = await openAs(
    (['secretary', 'deputy'] as const).map((role) => people.get(role)?.username ?? ''),
  )
  if (!mine || !theirs) throw new Error('nobody at a browser')
  const address = `/${branch.id}/${month}/finalise`
  await mine.goto(address)
  await theirs.goto(address)
  expect(await left(mine)).toBe('đủ điều kiện chốt')
  expect(await left(theirs)).toBe('đủ điều kiện chốt')

  await mine.getByLabel('Ngày họp').fill(today.slice(0, 5))
  await expect(theirs.getByText(secretaryName, { exact: true }).first()).toBeVisible()
  await theirs.getByLabel('Có mặt').fill('16')
  await expect(mine.getByLabel('Có mặt')).toHaveValue('16')
  await expect(theirs.getByLabel('Ngày họp')).toHaveValue(today)

  const sayOf = (page: Page, name: string) =>
    page
      .getByRole('region', { name: /^Ý kiến chi ủy/ })
      .getByRole('listitem')
      .filter({ hasText: name })
  await theirs.getByRole('button', { name: 'Đồng ý bản đang xem' }).click()
  await expect(sayOf(mine, deputyName)).toContainText('Đồng ý bản đang xem')
  const board = await mine.context().newPage()
  await board.goto(`/${branch.id}/${month}/plan`)
  const due = board.getByLabel('Hạn của việc 1, ngày/tháng')
  await due.fill(`20/${month.slice(5)}`)
  await due.press('Enter')
  await expect(sayOf(mine, deputyName)).toContainText('sau đó đổi 1 chỗ')
  await sayOf(mine, deputyName).getByText('Xem chỗ đã đổi').click()
  await expect(sayOf(mine, deputyName)).toContainText('hạn: ')
  await board.close()

  await mine.getByLabel('Được biểu quyết').fill('16')
  await mine.getByLabel('Tán thành').fill('16')
  // The answer to the press is lost on its way.
  await theirs.route('**/api/record', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await theirs.getByRole('button', { name: 'Chốt và gửi Đảng ủy xã' }).click()
  await expect(mine.getByRole('heading', { level: 1, name: /^Đã chốt tháng/ })).toBeVisible()
  await expect(theirs.getByText('Cần sửa thì bí thư mở lại')).toBeVisible()
  await expect(theirs.getByRole('heading', { name: 'Bản chốt lần 1' })).toBeVisible()
  await theirs.unroute('**/api/record')
  expect(await seriousFaults(mine)).toEqual([])

  await mine.getByRole('button', { name: 'Mở lại tháng này…' }).click()
  await mine.getByLabel('Lý do mở lại').fill('Ghi nhầm người phụ trách Nhóm 5.')
  await mine.getByRole('button', { name: 'Mở lại', exact: true }).click()
  expect(await left(theirs)).toBe('đủ điều kiện chốt')
  await theirs.getByRole('link', { name: 'Về bảng' }).click()
  await expect(theirs.getByText('Ghi nhầm người phụ trách Nhóm 5.')).toBeVisible()
})

test('[F37] the page of finalising shuts nobody out, on a laptop and on a phone', async ({
  database,
  newPerson,
  openAs,
}) => {
  const { branch, month, people } = await nearlyReady(database, newPerson, ['secretary'], {
    group: 'Nhóm 5',
  })
  const [page] = await openAs([people.get('secretary')?.username ?? ''])
  if (!page) throw new Error('nobody at a browser')
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await page.goto(`/${branch.id}/${month}/finalise`)
    expect(await left(page)).toBe('còn 1 mục chặn')
    expect(await seriousFaults(page)).toEqual([])
    // A paper's lines are set as on paper.
    const paper = page.locator('.paper-sheets')
    await paper.evaluate((sheets: HTMLElement) => sheets.style.setProperty('display', 'none'))
    expect(await clippedWords(page)).toEqual([])
  }
})

test('[F39] whoever finalises sees who holds changes that did not arrive, and when they have arrived', async ({
  database,
  newPerson,
  openAs,
}) => {
  const { branch, month, people } = await nearlyReady(database, newPerson, ['secretary', 'deputy'])
  const [mine, theirs] = await openAs(
    (['secretary', 'deputy'] as const).map((role) => people.get(role)?.username ?? ''),
  )
  if (!mine || !theirs) throw new Error('nobody at a browser')
  let isStuck = false
  let cut: () => void = () => undefined
  await theirs.routeWebSocket(/\/sync\//, (line) => {
    const server = line.connectToServer()
    line.onMessage((message) => {
      if (!isStuck) server.send(message)
    })
    cut = () => void line.close()
  })
  await mine.goto(`/${branch.id}/${month}/finalise`)
  expect(await left(mine)).toBe('đủ điều kiện chốt')
  await theirs.goto(`/${branch.id}/${month}/plan`)
  const due = theirs.getByLabel('Hạn của việc 1, ngày/tháng')
  await expect(due).toBeVisible({ timeout: 30_000 })
  isStuck = true
  await due.fill(`20/${month.slice(5)}`)
  await due.press('Enter')
  const held = mine.locator('li[data-check^="unsentChanges"]')
  await expect(held).toContainText(`${people.get('deputy')?.fullName} còn 1 thay đổi chưa gửi`, {
    timeout: 25_000,
  })
  isStuck = false
  cut()
  await expect(held).toBeHidden({ timeout: 25_000 })
})
