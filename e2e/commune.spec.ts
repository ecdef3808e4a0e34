import type { Locator } from '@playwright/test'
import { assignForTest } from '#server/roster/assign-for-test.ts'
import { expect, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'

/** The numbers in each of these cells, `1/17` as two. Cells without any are left out. */
async function countsIn(cells: Locator): Promise<number[][]> {
  const texts = await cells.allInnerTexts()
  return texts
    .map((text) => /\d+(\/\d+)?/.exec(text)?.[0].split('/').map(Number) ?? [])
    .filter(({ length }) => length > 0)
}

test('[F86] [F87] [F88] the office sees its commune’s month in one screen, and it adds up', async ({
  page,
  database,
  signIn,
  branchOf,
  freshMonth,
}) => {
  const branchId = await branchOf('bithu')
  const month = await freshMonth('bithu')
  const { prisma } = database
  const secretary = await prisma.person.findUniqueOrThrow({ where: { username: 'bithu' } })
  const group = await prisma.householdGroup.findFirstOrThrow({
    where: { hamlet: { servedBy: { some: { branchId } } }, name: 'Nhóm 3' },
  })
  await assignForTest(database, {
    branchId,
    month,
    personId: secretary.id,
    memberId: String(secretary.memberId),
    groupId: group.id,
  })

  await signIn(page, 'vanphong')
  await page.goto('/')
  const [link] = await page.getByRole('link', { name: /^Toàn xã tháng/ }).all()
  const address = String(await link?.getAttribute('href')).replace(/\d{4}-\d{2}$/, month)
  // The house counts by itself once the plan has rested.
  const line = page.locator(`tr[data-branch="${branchId}"]`)
  await expect(async () => {
    await page.goto(address)
    await expect(line).toContainText('1/17', { timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expect(line).toContainText('Đang soạn')
  // Other specs add branches to this commune: what is promised is that the last line is the sum of the others.
  const groups = await countsIn(page.locator('tr[data-branch] td:nth-child(3)'))
  const sumOf = (at: number) => groups.reduce((sum, counts) => sum + (counts[at] ?? 0), 0)
  expect(groups.length).toBeGreaterThanOrEqual(11)
  expect(sumOf(0)).toBe(1)
  await expect(page.locator('[data-figure=groups]')).toHaveText(`1/${sumOf(1)}`)
  expect(await countsIn(page.locator('tr[data-total] td:nth-child(2)'))).toEqual([[1, sumOf(1)]])
  // What is begun and leaves most to nobody is no further down than others; the commune's own order is one choice away.
  await expect(page.locator('tr[data-total] th')).toHaveText('Toàn xã')
  await page.getByRole('link', { name: 'Theo danh sách' }).click()
  await expect(page.locator('tr[data-branch]').first()).toHaveAttribute('data-branch', branchId)
  await page.getByRole('link', { name: /Hộ nghèo/ }).click()
  await expect(page).toHaveURL(/only=poor/)
  await expect(page.locator('tr[data-total] th')).toHaveText('Cộng')
  for (const [done = 0, of = 0] of await countsIn(page.locator('tr[data-branch] td:nth-child(5)')))
    expect(done).toBeLessThan(of)
  expect(await seriousFaults(page)).toEqual([])
  expect(await clippedWords(page)).toEqual([])

  await page.getByRole('link', { name: 'Bản Na Tông 1' }).click()
  await expect(page).toHaveURL(`/${branchId}/${month}`)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(address)
  await expect(line).toContainText('1/17')
  for (const name of ['Theo danh sách', 'Quy định chốt', 'Excel'])
    await expect(page.getByRole('link', { name })).toBeInViewport({ ratio: 1 })
  const widths = await page.evaluate(() => [document.body.scrollWidth, innerWidth])
  expect(widths[0]).toBe(widths[1])
  expect(await clippedWords(page)).toEqual([])

  await page.context().clearCookies()
  await signIn(page, 'bithu')
  expect((await page.goto(address))?.status()).toBe(404)
})
