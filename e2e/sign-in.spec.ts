import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.describe('signing in', () => {
  test('lets in with name and password, and leads back to where one wanted to go', async ({
    page,
    newPerson,
  }) => {
    const { username, password, fullName } = await newPerson({ role: 'secretary' })
    await page.goto('/sign-in?to=/account')
    await fillIn(page, username, password)
    await expect(page).toHaveURL(/\/account$/)
    await expect(page.getByRole('heading', { name: fullName })).toBeVisible()
  })

  test('says in words what is wrong, keeps the name and asks for the password again', async ({
    page,
    newPerson,
  }) => {
    const { username } = await newPerson({ role: 'member' })
    await page.goto('/sign-in')
    await fillIn(page, username, 'không phải mật khẩu')
    await expect(alert(page)).toContainText('Tên đăng nhập hoặc mật khẩu không đúng.')
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(username)
    await expect(password(page)).toHaveValue('')
    await expect(password(page)).toBeFocused()
    expect(page.url()).not.toContain('mat')
  })

  test('says so when the page behind the sign-in does not come, and opens it again', async ({
    page,
    newPerson,
  }) => {
    const { username, password: right } = await newPerson({ role: 'secretary' })
    await page.goto('/sign-in?to=/account')
    // The first answer is none: the browser stays where it is. By its path, for the address of the sign-in itself ends
    // like that, too, and must come through.
    let isSwallowed = true
    await page.route(
      (url) => url.pathname === '/account',
      (route) => (isSwallowed ? route.fulfill({ status: 204 }) : route.continue()),
    )
    await fillIn(page, username, right)
    const notice = page.getByRole('main').getByRole('status')
    await expect(notice).toContainText('chưa mở được', { timeout: 50_000 })
    isSwallowed = false
    await notice.getByRole('link', { name: 'Mở lại' }).click()
    await expect(page).toHaveURL(/\/account$/)
  })

  test('after ten wrong tries says when to try again', async ({ page, newPerson }) => {
    const { username, password: right } = await newPerson({ role: 'member' })
    await page.goto('/sign-in')
    for (let n = 0; n < 10; n += 1) {
      await fillIn(page, username, `sai lần ${n}`)
      await expect(password(page)).toHaveValue('')
    }
    await fillIn(page, username, right)
    await expect(page.getByRole('main').getByRole('status')).toContainText(/Thử lại sau \d\d:\d\d/)
  })

  test('works before any script has come, and never puts the password into the address', async ({
    browser,
    newPerson,
  }) => {
    const { username, password: right } = await newPerson({ role: 'secretary' })
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/sign-in?to=/account')
    await fillIn(page, username, 'sai mật khẩu')
    await expect(page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.')).toBeVisible()
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(username)
    expect(page.url()).not.toContain('sai')
    await fillIn(page, username, right)
    await expect(page).toHaveURL(/\/account$/)
    await context.close()
  })

  test('speaks both languages', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
  })
})

test('a one-time password opens nothing but the page that changes it', async ({
  page,
  newPerson,
}) => {
  const { username, password: oneTime } = await newPerson({
    role: 'secretary',
    mustChangePassword: true,
  })
  await page.goto('/sign-in')
  await fillIn(page, username, oneTime)
  await expect(page).toHaveURL(/\/account\/password$/)
  expect((await page.request.get('/api/plans')).status()).toBe(401)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/account\/password$/)

  const heading = page.getByRole('heading', { name: 'Đặt mật khẩu của đồng chí' })
  await expect(heading).toBeVisible()
  await setPassword(page, 'mật khẩu 123456')
  await expect(page.getByText('Mật khẩu này dễ đoán.')).toBeVisible()
  await setPassword(page, 'ngắn')
  await expect(page.getByText('Mật khẩu cần ít nhất 12 ký tự.')).toBeVisible()
  await setPassword(page, 'gùi ngô lên nương sớm', 'gùi ngô lên nương muộn')
  await expect(page.getByText('Hai lần gõ mật khẩu mới không giống nhau.')).toBeVisible()
  await setPassword(page, 'gùi ngô lên nương sớm')
  await expect(page).toHaveURL(/\/$/)
  expect((await page.request.get('/api/plans')).status()).toBe(200)
})

test('ending the other devices throws them out, and spares this one', async ({
  page,
  browser,
  newPerson,
}) => {
  const { username, password: right } = await newPerson({ role: 'secretary' })
  const other = await (await browser.newContext()).newPage()
  for (const one of [other, page]) {
    await one.goto('/sign-in?to=/account')
    await fillIn(one, username, right)
    await expect(one).toHaveURL(/\/account$/)
  }
  await page.getByRole('button', { name: 'Đăng xuất các máy khác' }).click()
  await expect(page.getByText('Đã đăng xuất 1 máy khác.')).toBeVisible()
  await other.reload()
  await expect(other).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(page).toHaveURL(/\/account$/)
  await other.context().close()
})

test('changing the password throws the other devices out and asks for the present one', async ({
  page,
  browser,
  newPerson,
}) => {
  const { username, password: right } = await newPerson({ role: 'secretary' })
  const other = await (await browser.newContext()).newPage()
  for (const one of [other, page]) {
    await one.goto('/sign-in?to=/account')
    await fillIn(one, username, right)
    await expect(one).toHaveURL(/\/account$/)
  }
  await page.getByLabel('Mật khẩu đang dùng').fill('không phải')
  await setPassword(page, 'gùi ngô lên nương sớm')
  await expect(page.getByText('Mật khẩu đang dùng không đúng.')).toBeVisible()
  await page.getByLabel('Mật khẩu đang dùng').fill(right)
  await setPassword(page, 'gùi ngô lên nương sớm')
  await expect(page.getByText('Đã đổi mật khẩu.')).toBeVisible()
  expect((await other.request.get('/api/plans')).status()).toBe(401)
  expect((await page.request.get('/api/plans')).status()).toBe(200)
  await other.context().close()
})

test('signing out ends the session, also for whoever kept its cookie', async ({
  page,
  newPerson,
}) => {
  const { username, password: right } = await newPerson({ role: 'secretary' })
  await page.goto('/sign-in?to=/account')
  await fillIn(page, username, right)
  const leave = page.getByRole('main').getByRole('button', { name: 'Đăng xuất', exact: true })
  await expect(leave).toBeVisible()
  const kept = await page.context().cookies()
  await leave.click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.context().addCookies(kept)
  expect((await page.request.get('/api/plans')).status()).toBe(401)
})

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`fits ${width}x${height}, without a serious fault for screen readers`, async ({
    page,
    newPerson,
  }) => {
    await page.setViewportSize({ width, height })
    const first = await newPerson({ role: 'secretary', mustChangePassword: true })
    await page.goto('/sign-in')
    await fits(page)
    await fillIn(page, first.username, 'sai')
    await expect(alert(page)).toBeVisible()
    await fits(page)
    await fillIn(page, first.username, first.password)
    await expect(page).toHaveURL(/\/account\/password$/)
    await fits(page)
    await setPassword(page, 'gùi ngô lên nương sớm')
    await expect(page).toHaveURL(/\/$/)
    await page.goto('/account')
    await fits(page)
  })
}

function password(page: Page) {
  return page.getByLabel('Mật khẩu', { exact: true })
}

/** Next has an alert of its own, empty. */
function alert(page: Page) {
  return page.getByRole('main').getByRole('alert')
}

async function fillIn(page: Page, username: string, typed: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await password(page).fill(typed)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

async function setPassword(page: Page, next: string, again = next): Promise<void> {
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next)
  await page.getByLabel('Gõ lại mật khẩu mới').fill(again)
  await page.getByRole('button', { name: /^(Đổi mật khẩu|Lưu và vào bảng)$/ }).click()
}

async function fits(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
}
