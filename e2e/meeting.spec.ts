// A new month beside the one before: what was carried over and done since, and both on a projector.
import type { Page } from '@playwright/test'
import { addTask } from '#domain/commands/add-task.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { monthAt, shiftMonth } from '#domain/months.ts'
import { changePlanForTest } from '#server/roster/change-plan-for-test.ts'
import { copyBranch } from './copied-branch.ts'
import { expect as asked, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'

const expect = asked.configure({ timeout: 30_000 })
const month = monthAt(Date.now())
const before = shiftMonth(month, -1)

/** A laptop, a projector, a phone. */
const screens = [
  [1366, 768],
  [1920, 1080],
  [390, 844],
] as const

const meeting = (page: Page) => page.locator('[data-meeting]')

/** Goes through one page of each kind: nothing cut, nothing beside the screen, and large enough for the last row. */
async function expectReadable(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.keyboard.press('Home')
  const seen = new Set<string>()
  let index = 0
  for (;;) {
    await expect(meeting(page)).toHaveAttribute('data-meeting', String(index))
    const kind = new URL(page.url()).hash.replace(/-.*/, '')
    if (!seen.has(kind)) {
      const where = `${width}x${height} ${kind}`
      expect(await clippedWords(page), where).toEqual([])
      const { type, beside } = await measure(page)
      expect(beside, where).toBe(0)
      expect(type, where).toBeGreaterThanOrEqual(width < height ? 16 : height / 30)
      seen.add(kind)
    }
    const last = Number(/\d+$/.exec((await place(page).textContent()) ?? '')?.[0]) - 1
    if (index === last) break
    // One group is like another.
    const isEnough = seen.has('#group')
    await page.keyboard.press(isEnough ? 'End' : 'ArrowRight')
    index = isEnough ? last : index + 1
  }
  expect(seen.size).toBeGreaterThanOrEqual(4)
}

const place = (page: Page) => meeting(page).locator('nav .num')

/** The smallest type of the page that is shown, and how far it reaches beside the screen; CSS pixels. */
function measure(page: Page): Promise<{ type: number; beside: number }> {
  return page.evaluate(() => {
    const sheet = document.querySelector('[data-meeting] article')
    const words = [...(sheet?.querySelectorAll('*') ?? [])].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    const sizes = words.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const beside = sheet ? sheet.scrollWidth - sheet.clientWidth : 1
    return { type: Math.min(...sizes), beside }
  })
}

/** One finger, sideways. */
async function swipe(page: Page, { from, to }: { from: number; to: number }): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y: 400 }],
    })
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await touch('touchStart', from)
  await touch('touchMove', (from + to) / 2)
  await touch('touchMove', to)
  await touch('touchEnd', to)
  await client.detach()
}

/** The first page is longer than this window: it is read before it is turned, and the next begins at its top. */
async function expectReadToEnd(page: Page): Promise<void> {
  const scrolled = () =>
    meeting(page)
      .locator('article')
      .evaluate(({ scrollTop }) => scrollTop)
  await page.keyboard.press('Home')
  await expect(meeting(page)).toHaveAttribute('data-meeting', '0')
  await page.keyboard.press('PageDown')
  await expect.poll(scrolled).toBeGreaterThan(0)
  await expect(meeting(page)).toHaveAttribute('data-meeting', '0')
  for (let press = 0; press < 20; press += 1) {
    if ((await meeting(page).getAttribute('data-meeting')) === '1') break
    await page.keyboard.press('PageDown')
  }
  await expect(meeting(page)).toHaveAttribute('data-meeting', '1')
  expect(await scrolled()).toBe(0)
}

/** However often one goes on, one never comes to the month's header or panel, which the projector covers. */
async function expectNothingBehind(page: Page): Promise<void> {
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const covered = document.activeElement?.closest('header, aside')
      return covered?.textContent ?? null
    })
    expect(at).toBeNull()
  }
}

test('[C6] [F77] [F106] what was done since is marked and taken out by hand, and the month is shown page by page', async ({
  database,
  newPerson,
  openAs,
}) => {
  test.setTimeout(120_000)
  const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
  const secretary = await newPerson({ role: 'secretary', unit: branch.name })
  const at = { branchId: branch.id, personId: secretary.personId }
  const group = await database.prisma.householdGroup.findFirstOrThrow({
    where: { hamlet: { servedBy: { some: { branchId: branch.id } } }, name: 'Nhóm 3' },
  })
  const title = 'Đắp lại đường vào Nhóm 3'
  await changePlanForTest(database, { ...at, month: before }, (doc) =>
    addTask(doc, { id: 't1', title, place: { kind: 'groups', ids: [group.id] } }),
  )
  await changePlanForTest(database, { ...at, month }, () => undefined)
  await changePlanForTest(database, { ...at, month: before }, (doc) =>
    setTaskStatus(doc, { taskId: 't1', status: 'done' }),
  )
  const [page] = await openAs([secretary.username])
  if (!page) throw new Error('no page')
  await page.goto(`/${branch.id}/${month}/plan`)
  await expect(page.getByText(`Tháng ${Number(before.slice(5))} đã làm xong`)).toBeVisible()
  const tasks = page.getByRole('list', { name: 'Bảng phân công nhiệm vụ' }).locator('> li')
  const count = await tasks.count()
  await page.getByRole('button', { name: `Bỏ khỏi tháng này: ${title}` }).click()
  await expect(tasks).toHaveCount(count - 1)

  // A phone has the way in the menu, a laptop its word in the header.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'mở mục cá nhân' }).click()
  await page.getByRole('menuitem', { name: 'Trình chiếu ở cuộc họp' }).click()
  await expect(meeting(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/${branch.id}/${month}$`))
  await page.setViewportSize({ width: 1366, height: 768 })
  const link = page.getByRole('link', { name: 'Trình chiếu ở cuộc họp' })
  await expect(link).toHaveText('Trình chiếu')
  expect(await clippedWords(page)).toEqual([])
  await link.click()
  await expect(meeting(page).locator('h2').first()).toHaveText(/^Kế hoạch tháng/)
  await page.keyboard.press('ArrowRight')
  await expect(meeting(page).locator('h2').first()).toHaveText(/^Kết quả tháng/)
  await expect(meeting(page).getByText(title)).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  for (const [width, height] of screens) await expectReadable(page, width, height)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.keyboard.press('Home')
  await swipe(page, { from: 900, to: 500 })
  await expect(meeting(page)).toHaveAttribute('data-meeting', '1')
  await swipe(page, { from: 500, to: 900 })
  await expect(meeting(page)).toHaveAttribute('data-meeting', '0')
  await page.setViewportSize({ width: 1366, height: 260 })
  await expectReadToEnd(page)
  await expectNothingBehind(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.keyboard.press('End')
  await expect(meeting(page)).toContainText(/Việc \d+/)
  await page.reload()
  await expect(meeting(page)).toContainText(/Việc \d+/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/${branch.id}/${month}$`))

  await page.goto(`/${branch.id}/${month}/meeting#group-${group.id}`)
  await expect(meeting(page).locator('h2').first()).toHaveText('Nhóm 3')
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('xong')
})
