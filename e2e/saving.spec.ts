import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { Database } from '#server/db/database.ts'
import { findBrowser } from './find-browser.ts'
import { expect, test } from './fixtures.ts'

/** The one line that tells the truth; a phone and a desk each have theirs, one of them is shown. */
function savingLine(page: Page) {
  return page.locator('[data-saving]:visible')
}

async function expectSaved(page: Page): Promise<void> {
  await expect(savingLine(page)).toHaveAttribute('data-saving', /^(saved|merged)$/)
}

function focusText(page: Page) {
  return page.locator('[data-live-editor="focus"]')
}

async function write(page: Page, words: string): Promise<void> {
  await focusText(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** Locks the plan's row as a commit that hangs would; gives back how to let go. */
async function holdPlan(
  database: Database,
  branch: string,
  month: string,
): Promise<() => Promise<void>> {
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('set local idle_in_transaction_session_timeout = 0')
  const lock = 'select 1 from plan where branch_id = $1 and month = $2 for update'
  await holder.query(lock, [branch, month])
  return async () => {
    await holder.query('commit')
    holder.release()
  }
}

test('a change is called saved only once it is committed', async ({
  openAs,
  branchOf,
  freshMonth,
  database,
}) => {
  const [page] = (await openAs(['bithu'])) as [Page]
  const branch = await branchOf('bithu')
  const month = await freshMonth('bithu')
  await page.goto(`/${branch}/${month}/plan`)
  await expectSaved(page)

  const release = await holdPlan(database, branch, month)
  await write(page, 'Trồng 500 cây quế')
  // Promised within 3 s.
  await expect(savingLine(page)).toHaveAttribute('data-saving', 'unanswered', { timeout: 15_000 })
  await expect(savingLine(page)).toContainText('Chưa lưu')
  await savingLine(page).click()
  const unsent = page.getByRole('dialog').getByRole('listitem')
  await expect(unsent).toHaveText(/^Nhiệm vụ trọng tâm: .*Trồng 500 cây quế$/)
  await release()
  await expectSaved(page)
  await expect(savingLine(page)).toContainText(/Đã (lưu|gửi)/)
})

test('leaving asks while something is not saved, and only then', async ({
  openAs,
  branchOf,
  freshMonth,
  database,
}) => {
  const [page] = (await openAs(['bithu'])) as [Page]
  const branch = await branchOf('bithu')
  const month = await freshMonth('bithu')
  await page.goto(`/${branch}/${month}/plan`)
  await expectSaved(page)
  const questions: string[] = []
  page.on('dialog', async (dialog) => {
    questions.push(dialog.type())
    await dialog.dismiss()
  })
  const release = await holdPlan(database, branch, month)
  await write(page, 'Chưa xong')
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => questions).toEqual(['beforeunload'])
  expect(page.isClosed()).toBe(false)
  await release()
  await expectSaved(page)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
  expect(questions).toEqual(['beforeunload'])
})

test("two tabs of one person leave each other's unsent work alone", async ({
  openAs,
  branchOf,
  freshMonth,
  database,
}) => {
  const [first] = (await openAs(['bithu'])) as [Page]
  const branch = await branchOf('bithu')
  const month = await freshMonth('bithu')
  await first.goto(`/${branch}/${month}/plan`)
  await expectSaved(first)
  const release = await holdPlan(database, branch, month)
  const words = 'Từ thẻ thứ nhất.'
  await write(first, words)
  await expect(savingLine(first)).toHaveAttribute('data-saving', 'unanswered')

  // Had it taken the work over, it would show it before the server has it.
  const second = await first.context().newPage()
  await second.goto(`/${branch}/${month}/plan`)
  await expect(focusText(second)).toBeVisible()
  await expect(savingLine(second)).toHaveAttribute('data-saving', 'unanswered')
  await expect(focusText(second)).not.toContainText(words)
  await release()
  await expectSaved(first)
  await expectSaved(second)
  await expect(focusText(second)).toContainText(words)
  const text = (await focusText(second).textContent()) ?? ''
  expect(text.split(words)).toHaveLength(2)
})

test.describe('with a server that dies', () => {
  const profiles: string[] = []
  const contexts: BrowserContext[] = []

  test.afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    for (const folder of profiles.splice(0)) await rm(folder, { recursive: true, force: true })
  })

  async function openProfile(folder: string): Promise<BrowserContext> {
    const browser = await findBrowser()
    if (!browser) throw new Error('no browser')
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: browser.executablePath,
      args: browser.args,
      locale: 'vi-VN',
      viewport: { width: 1366, height: 768 },
    })
    contexts.push(context)
    return context
  }

  async function newProfile(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'banviec-profile-'))
    profiles.push(folder)
    return folder
  }

  async function signInAt(context: BrowserContext, url: string, username: string): Promise<void> {
    const { request } = context
    const { csrfToken } = await (await request.get(`${url}/api/auth/csrf`)).json()
    const password = process.env['E2E_SAMPLE_PASSWORD'] ?? ''
    const answer = await request.post(`${url}/api/auth/callback/credentials`, {
      headers: { origin: url },
      form: { username, password, csrfToken, json: 'true' },
    })
    expect(answer.ok()).toBe(true)
  }

  /** The plan of this month of the person's first branch. */
  async function openPlan(context: BrowserContext, url: string): Promise<Page> {
    const [plan] = await (await context.request.get(`${url}/api/plans`)).json()
    const page = await context.newPage()
    await page.goto(`${url}/${plan.branch}/${plan.month}/plan`)
    return page
  }

  test('work is kept through the death of the server and of the browser, and sent once', async ({
    ownServer,
  }) => {
    test.setTimeout(180_000)
    const folder = await newProfile()
    const first = await openProfile(folder)
    await signInAt(first, ownServer.url, 'bithu')
    const page = await openPlan(first, ownServer.url)
    await expectSaved(page)

    await ownServer.kill()
    const words = 'Soạn lúc mất điện.'
    await write(page, words)
    await expect(savingLine(page)).toHaveAttribute(
      'data-saving',
      /^(reconnecting|offlinePending)$/,
      { timeout: 15_000 },
    )
    await expect(savingLine(page)).toContainText('chưa gửi')
    await expect(savingLine(page)).toHaveAttribute('data-saving', 'offlinePending')
    await first.close()

    await ownServer.restart()
    const second = await openProfile(folder)
    await signInAt(second, ownServer.url, 'bithu')
    const again = await openPlan(second, ownServer.url)
    await expect(focusText(again)).toContainText(words)
    await expectSaved(again)
    await again.reload()
    await expectSaved(again)
    const text = (await focusText(again).textContent()) ?? ''
    expect(text.split(words)).toHaveLength(2)
  })

  test('the page recovers by itself when the server is back', async ({ ownServer }) => {
    test.setTimeout(180_000)
    const context = await openProfile(await newProfile())
    await signInAt(context, ownServer.url, 'bithu')
    const page = await openPlan(context, ownServer.url)
    await expectSaved(page)
    await ownServer.kill()
    await write(page, 'Gửi sau.')
    await expect(savingLine(page)).toContainText('chưa gửi')
    await ownServer.restart()
    await savingLine(page).click()
    await page
      .getByRole('button', { name: 'Thử ngay' })
      .click({ timeout: 5_000 })
      .catch(() => undefined)
    await expect(savingLine(page)).toHaveAttribute('data-saving', /^(saved|merged)$/, {
      timeout: 30_000,
    })
  })

  test('the next person at the same computer neither sees nor sends it', async ({ ownServer }) => {
    test.setTimeout(180_000)
    const context = await openProfile(await newProfile())
    await signInAt(context, ownServer.url, 'bithu')
    const page = await openPlan(context, ownServer.url)
    await expectSaved(page)
    await ownServer.kill()
    const words = 'Của người trước.'
    await write(page, words)
    await expect(savingLine(page)).toHaveAttribute('data-saving', 'offlinePending')
    await page.close()
    await ownServer.restart()
    await signInAt(context, ownServer.url, 'phobithu')
    const theirs = await openPlan(context, ownServer.url)
    await expectSaved(theirs)
    await expect(focusText(theirs)).not.toContainText(words)
    await signInAt(context, ownServer.url, 'bithu')
    const back = await openPlan(context, ownServer.url)
    await expectSaved(back)
    await expect(focusText(back)).not.toContainText(words)
  })
})
