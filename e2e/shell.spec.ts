import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { en } from '#app/_words/en.ts'
import { vi } from '#app/_words/vi.ts'
import { expect, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'

const screens: [string, BrowserContextOptions][] = [
  ['laptop, light', { viewport: { width: 1366, height: 768 }, colorScheme: 'light' }],
  ['laptop, dark', { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' }],
  ['phone, light', { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true }],
  ['phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true }],
]

for (const [screen, options] of screens) {
  test.describe(screen, () => {
    test.use(options)

    for (const username of ['bithu', 'vanphong', 'canbo', 'dangvien']) {
      test(`the first page of ${username} has no faults`, async ({ page, signIn }) => {
        await signIn(page, username)
        await page.goto('/')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoFaults(page)
      })
    }

    test('the header of a month has no faults', async ({ page, signIn, branchOf, freshMonth }) => {
      await signIn(page, 'bithu')
      const month = await freshMonth('bithu')
      await page.goto(`/${await branchOf('bithu')}/${month}`)
      await expect(page.getByRole('navigation', { name: 'Các phần của tháng' })).toBeVisible()
      await expectNoFaults(page)
      await page.getByRole('button', { name: /mở mục cá nhân/ }).click()
      await expect(page.getByRole('menuitem', { name: 'Đăng xuất' })).toBeVisible()
      await expectNoFaultsInMenu(page)
    })

    test('an address that leads nowhere says what to do', async ({ page, signIn }) => {
      await signIn(page, 'bithu')
      for (const address of ['/khong-co', '/khong-co/2026-12', '/khong-co/2026-13/plan']) {
        const answer = await page.goto(address)
        expect(answer?.status(), address).toBe(404)
        await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible()
        await expect(page.getByRole('link', { name: 'Về trang chủ' })).toBeVisible()
      }
      await expectNoFaults(page)
    })

    test('a page that fails says what to do', async ({ page, signIn, database }) => {
      await signIn(page, 'bithu')
      await database.pool.query('alter table branch_hamlet rename to branch_hamlet_away')
      try {
        await page.goto('/')
        await expect(page.getByRole('heading', { name: 'Trang này vừa gặp lỗi' })).toBeVisible()
        await expect(page.getByText(/Mã lỗi: \d+/)).toBeVisible()
        await expectNoFaults(page)
      } finally {
        await database.pool.query('alter table branch_hamlet_away rename to branch_hamlet')
      }
      await page.getByRole('link', { name: 'Về trang chủ' }).click()
      await expect(page.getByRole('heading', { name: 'Chi bộ của tôi' })).toBeVisible()
    })
  })
}

test('the other language leaves nothing untranslated', async ({
  page,
  signIn,
  branchOf,
  freshMonth,
}) => {
  await signIn(page, 'bithu')
  await page.goto('/')
  await page.getByRole('button', { name: /mở mục cá nhân/ }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const month = `/${await branchOf('bithu')}/${await freshMonth('bithu')}`
  for (const address of ['/', month, `${month}/plan`, '/account', '/nowhere']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const said = await everythingSaid(page)
    expect(said.length, address).toBeGreaterThan(3)
    expect(
      said.filter((text) => onlyVietnamese.has(text)),
      address,
    ).toEqual([])
    expect(
      said.filter((text) => wordKey.test(text)),
      address,
    ).toEqual([])
  }
  await page.goto('/')
  await page.getByRole('button', { name: /open your menu/ }).click()
  await page.getByRole('menuitemradio', { name: 'Tiếng Việt' }).click()
  await expect(page.getByRole('heading', { name: 'Chi bộ của tôi' })).toBeVisible()
})

test('a theme is remembered and drawn by the server, without a flash', async ({ page, signIn }) => {
  await signIn(page, 'bithu')
  await page.goto('/')
  await page.getByRole('button', { name: /mở mục cá nhân/ }).click()
  await page.getByRole('menuitemradio', { name: 'Tối' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(async () => (await page.request.get('/')).text())
    .toMatch(/<html[^>]* data-theme="dark"/)
  await page.getByRole('menuitemradio', { name: 'Theo máy' }).click()
  await expect
    .poll(async () => (await page.request.get('/')).text())
    .not.toMatch(/<html[^>]* data-theme=/)
})

test('months and branches are switched in place, branches found without diacritics', async ({
  page,
  signIn,
  branchOf,
}) => {
  const [first, second] = [await branchOf('bithu'), await branchOf('bithu2')]
  await signIn(page, 'vanphong')
  await page.goto(`/${first}/2026-12/plan`)
  await page.getByRole('link', { name: 'Tháng sau, tháng 1/2027' }).click()
  await expect(page).toHaveURL(`/${first}/2027-01/plan`)
  await expect(page.getByText('Tháng 1/2027', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /, đổi chi bộ/ }).click()
  await page.getByRole('combobox', { name: 'Tìm chi bộ' }).fill('na tong 2')
  await page.getByRole('option').click()
  await expect(page).toHaveURL(`/${second}/2027-01/plan`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chi bộ bản Na Tông 2')
})

test('somebody without a role is told whom to ask', async ({
  page,
  signIn,
  newPerson,
  database,
}) => {
  const { username, personId } = await newPerson({ role: 'member' })
  await signIn(page, username)
  await database.prisma.role.deleteMany({ where: { personId } })
  await page.goto('/')
  await expect(page.getByText('Tài khoản chưa được giao việc ở chi bộ nào')).toBeVisible()
  await expectNoFaults(page)
})

test('signing out is one choice away, and the way back is closed', async ({
  page,
  newPerson,
  signIn,
}) => {
  const { username } = await newPerson({ role: 'committee' })
  await signIn(page, username)
  await page.goto('/')
  await page.getByRole('button', { name: /mở mục cá nhân/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
})

async function expectNoFaults(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([])
  expect(await clippedWords(page)).toEqual([])
  const { width } = page.viewportSize() ?? { width: 0 }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

/** The popup alone: around it stand Base UI's focus guards, which hand focus on at once and which axe cannot know. */
async function expectNoFaultsInMenu(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('[role="menu"]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
}

/** Every text and label on the page, seen or only heard. */
function everythingSaid(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style')) said.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        said.push(element.getAttribute(name) ?? '')
      }
    }
    return said.map((text) => text.trim()).filter((text) => text !== '')
  })
}

/** next-intl shows a missing word as its key. */
const wordKey = /^(?:auth|board|plan|roster|saving|shell|words)(?:\.\w+)+$/u

/** Whole Vietnamese sentences that English says otherwise. */
const onlyVietnamese = new Set(sentencesOf(vi).filter((text) => !sentencesOf(en).includes(text)))

function sentencesOf(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value]
    return value !== null && typeof value === 'object' ? sentencesOf(value) : []
  })
}
