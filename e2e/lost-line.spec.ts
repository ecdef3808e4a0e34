// A page that reads its rows again by itself, while the line is gone and after it is back.
import type { Page, Request, Response } from '@playwright/test'
import { expect as asked, test } from './fixtures.ts'

const expect = asked.configure({ timeout: 30_000 })

/** As somebody does who comes back to the window. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** The commune's page of this month, as its office. */
async function openCommune(
  page: Page,
  signIn: (at: Page, username: string) => Promise<void>,
): Promise<void> {
  await signIn(page, 'vanphong')
  await page.goto('/')
  await page
    .getByRole('link', { name: /^Toàn xã tháng/ })
    .first()
    .click()
}

test('[F86] the commune’s page outlives a lost line and a server that is away, and is read again after', async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000)
  await openCommune(page, signIn)
  await expect(page.locator('tr[data-total]')).toBeVisible()
  const address = page.url()
  // Gone with any other page that comes into this one's place.
  await page.evaluate(() => document.body.setAttribute('data-same', ''))
  const isHealth = (of: Request | Response) => of.url().endsWith('/api/health')

  const lost = page.waitForEvent('requestfailed', isHealth)
  await page.context().setOffline(true)
  await lookAgain(page)
  await lost
  const health = '**/api/health'
  await page.route(health, (route) => route.fulfill({ status: 502 }))
  const away = page.waitForResponse((answer) => isHealth(answer) && answer.status() === 502)
  await page.context().setOffline(false)
  await away

  const read = page.waitForResponse(
    (answer) => answer.url().startsWith(address) && answer.request().headers()['rsc'] === '1',
  )
  await page.unroute(health)
  expect((await read).ok()).toBe(true)
  await expect(page.locator('body[data-same] tr[data-total]')).toBeVisible()
})

test('a light page that lost the server once says that it is back without being left', async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000)
  const health = '**/api/health'
  await page.route(health, (route) => route.abort())
  await signIn(page, 'canbo')
  await page.goto('/my')
  const line = page.getByText('Ngoại tuyến')
  await expect(line).toBeVisible()
  await page.unroute(health)
  await lookAgain(page)
  await expect(line).toHaveCount(0)
})

test('the rules as they were at first are set without losing where one is', async ({
  page,
  signIn,
}) => {
  await openCommune(page, signIn)
  await page.getByRole('link', { name: 'Quy định chốt' }).click()
  const usual = page.getByRole('button', { name: 'Đặt như ban đầu' })
  const day = page.getByRole('spinbutton', { name: 'Hạn chốt' })
  await day.fill('3')
  await usual.focus()
  await usual.press('Enter')
  await expect(day).not.toHaveValue('3')
  await expect(usual).toBeFocused()
})
