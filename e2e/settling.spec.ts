// What a branch's editors do with what others say: proposals, reports, and the state of one's own words.
import type { Page } from '@playwright/test'
import { openPanel, panel, selectWords, thread } from './advice-page.ts'
import { messages } from './board-page.ts'
import { test as base, expect, phone } from './light-page.ts'
import { due, expectSaved, prose, result, rewrite, textOf } from './plan-page.ts'

const sentence = 'Mỗi đồng chí đến từng hộ trong nhóm ít nhất một lần.'

/** The plan before two editors with the panel open, and a cadre's phone. */
interface Table {
  readonly desk: Page
  readonly other: Page
  readonly hand: Page
}

const test = base.extend<{ table: Table }>({
  table: async ({ baseURL, browser, hamlet, newPerson, openAs, signIn }, use) => {
    const { branchId, branchName, month, secretary, cadre } = hamlet
    const deputy = await newPerson({ role: 'deputy', unit: branchName })
    const pages = await openAs([secretary.username, deputy.username])
    const [desk, other] = pages as [Page, Page]
    for (const page of pages) {
      await page.goto(`/${branchId}/${month}/plan`)
      await openPanel(page)
    }
    const context = await browser.newContext({ ...phone, ...(baseURL && { baseURL }) })
    await signIn(context, cadre.username)
    await use({ desk, other, hand: await context.newPage() })
    await context.close()
  },
})

test('[Q31] [Q32] a new task, another day and other words, from a phone: taken over and back', async ({
  hamlet,
  table: { desk, other, hand },
}) => {
  test.slow()
  const { address, groupId, month, member } = hamlet
  const undo = () => messages(desk).getByRole('button', { name: 'Hoàn tác' }).click()
  const why = (words: string) => hand.getByRole('textbox', { name: /^Vì sao/ }).fill(words)
  const send = () => hand.getByRole('button', { name: 'Gửi đề nghị' }).tap()
  const number = await numberOfOwn(desk)
  const accept = (words: string) =>
    thread(desk, words).getByRole('button', { name: 'Nhận đề nghị' }).click()

  await test.step('a new task', async () => {
    await hand.goto(`${address}/groups/${groupId}`)
    await hand.getByRole('button', { name: 'Thêm việc' }).tap()
    await hand.getByRole('textbox', { name: 'Việc cần làm' }).fill('Sửa đường vào Nhóm 7')
    await hand.getByLabel('Hạn (không bắt buộc)').fill(`18/${month.slice(5)}`)
    await why('Mưa làm hỏng đường.')
    await send()
    await expect(thread(desk, 'Mưa làm hỏng đường.')).toContainText('Sửa đường vào Nhóm 7')
    await expect(thread(desk, 'Mưa làm hỏng đường.')).toContainText('Nhóm 7 · hạn 18/')
    await accept('Mưa làm hỏng đường.')
    await expect.poll(() => titles(other)).toContain('Sửa đường vào Nhóm 7')
    await undo()
    await expect.poll(() => titles(other)).not.toContain('Sửa đường vào Nhóm 7')
  })

  await test.step('another day', async () => {
    await hand.goto(`${address}/tasks/${member.taskId}`)
    await hand.getByRole('button', { name: 'Đổi hạn' }).tap()
    await hand.getByLabel('Hạn mới').fill(`20${month.slice(5)}`)
    await why('Chờ vật liệu.')
    await send()
    await expect(thread(desk, 'Chờ vật liệu.')).toContainText(
      /Hạn cũ\s*Chưa có hạn\s*Hạn mới\s*20\//,
    )
    await accept('Chờ vật liệu.')
    await expect(due(other, number)).toHaveValue(/^20\//)
    await undo()
    await expect(due(other, number)).toHaveValue('')
  })

  await test.step('other words', async () => {
    await rewrite(desk, 'focus', sentence)
    await expectSaved(desk)
    await hand.goto(address)
    await selectWords(hand, 'focus', 'từng hộ trong nhóm')
    await hand.getByRole('button', { name: 'Góp ý đoạn này' }).tap()
    await hand.getByRole('button', { name: 'Đề nghị sửa chữ' }).tap()
    await hand.getByRole('textbox', { name: 'Chữ thay vào' }).fill('từng nhà')
    await hand.getByRole('button', { name: 'Gửi', exact: true }).tap()
    await expect(thread(desk, 'từng nhà')).toContainText(
      /Chữ cũ\s*từng hộ trong nhóm\s*Chữ mới\s*từng nhà/,
    )
    await accept('từng nhà')
    await expect
      .poll(() => textOf(prose(other, 'focus')))
      .toBe('Mỗi đồng chí đến từng nhà ít nhất một lần.')
    await undo()
    await expect.poll(() => textOf(prose(other, 'focus'))).toBe(sentence)
  })

  await test.step('no words at all', async () => {
    await selectWords(hand, 'focus', 'ít nhất một lần')
    await hand.getByRole('button', { name: 'Góp ý đoạn này' }).tap()
    await hand.getByRole('button', { name: 'Đề nghị sửa chữ' }).tap()
    await hand.getByRole('textbox', { name: 'Chữ thay vào' }).fill('')
    await expect(hand.getByText(/^Bỏ hẳn đoạn “ít nhất một lần”/)).toBeVisible()
    await hand.getByRole('button', { name: 'Gửi', exact: true }).tap()
    await expect(thread(desk, 'Đề nghị bỏ chữ')).toContainText(/Bỏ đoạn\s*ít nhất một lần/)
    await accept('Đề nghị bỏ chữ')
    await expect
      .poll(() => textOf(prose(other, 'focus')))
      .toBe('Mỗi đồng chí đến từng hộ trong nhóm.')
    await undo()
    await expect.poll(() => textOf(prose(other, 'focus'))).toBe(sentence)
  })

  await test.step('two editors who accept at the same moment: one does it, the other is told', async () => {
    const words = 'Chờ vật liệu.'
    const buttons = [desk, other].map((page) =>
      thread(page, words).getByRole('button', { name: 'Nhận đề nghị' }),
    )
    for (const button of buttons) await expect(button).toBeVisible()
    // Both have asked before either is answered.
    const asked = Promise.all([desk, other].map((page) => page.waitForRequest('**/api/advice')))
    for (const page of [desk, other]) {
      await page.route('**/api/advice', async (route) => {
        await asked
        await route.continue()
      })
    }
    await Promise.all(buttons.map((button) => button.click()))
    const told = [desk, other].map((page) =>
      messages(page).getByText('Đã có người xử lý việc này trước.'),
    )
    const won = [desk, other].map((page) => messages(page).getByText(/^Đã nhận đề nghị của/))
    await expect.poll(() => count(told)).toBe(1)
    await expect.poll(() => count(won)).toBe(1)
    for (const page of [desk, other]) {
      await expect(due(page, number)).toHaveValue(/^20\//)
      await page.unroute('**/api/advice')
    }
  })
})

test('[Q36] [Q13] [Q42] a report is taken with one click; a muted plan is quiet; words wait for the network', async ({
  hamlet,
  openAs,
  table: { desk, other, hand },
}) => {
  const { branchId, month, member } = hamlet
  const number = await numberOfOwn(desk)
  await test.step('a report into the task’s result', async () => {
    const [at] = (await openAs([member.username])) as [Page]
    const figure = { done: 3, of: 5 }
    await say(at, desk, {
      kind: 'report',
      branchId,
      month,
      taskId: member.taskId,
      outcome: 'partly',
      figure,
      reason: null,
      next: 'help',
    })
    await desk
      .getByRole('button', { name: `Ghi báo kết quả của ${member.fullName} vào việc ${number}` })
      .click()
    for (const page of [desk, other])
      await expect.poll(() => textOf(result(page, number))).toContain('Xong 3/5')
    await expect(other.locator('[data-report]')).toHaveCount(0)
    await messages(desk).getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => textOf(result(other, number))).toBe('')
    await expect(other.locator('[data-report]')).toHaveCount(1)
  })

  await test.step('a muted plan', async () => {
    await desk.getByRole('button', { name: /^Thông báo, 1 tin mới/ }).click()
    await desk.getByRole('button', { name: 'Đã xem hết' }).click()
    await desk.keyboard.press('Escape')
    // Shown at once; what is said before the server has it is still told.
    const kept = desk.waitForResponse((answer) =>
      Boolean(answer.request().postData()?.includes('"mute"')),
    )
    await panel(desk).getByRole('button', { name: 'Tắt thông báo của kế hoạch này' }).click()
    await kept
    await expect(
      panel(desk).getByRole('button', { name: 'Đang tắt thông báo. Bật lại' }),
    ).toBeVisible()
    const told = desk.waitForResponse('**/api/notices')
    await say(hand, desk, { ...aboutPlan(branchId, month), body: 'Nhóm 4 còn thiếu người.' })
    await expect(thread(desk, 'Nhóm 4 còn thiếu người.')).toBeVisible()
    await expect(other.getByRole('button', { name: /^Thông báo, 1 tin mới/ })).toBeVisible()
    await told
    await expect(desk.getByRole('button', { name: 'Thông báo, không có tin mới' })).toBeVisible()
  })

  await test.step('words that wait', async () => {
    await other.context().setOffline(true)
    await panel(other)
      .getByRole('combobox', { name: /^Viết góp ý/ })
      .fill('Tôi viết lúc mất mạng.')
    await other.keyboard.press('Control+Enter')
    await expect(thread(other, 'Tôi viết lúc mất mạng.')).toContainText('Chờ gửi')
    await other.context().setOffline(false)
    await expect(thread(desk, 'Tôi viết lúc mất mạng.')).toHaveCount(1)
    await expect(thread(other, 'Tôi viết lúc mất mạng.')).not.toContainText('Chờ gửi')
  })
})

function titles(page: Page): Promise<string[]> {
  return page
    .getByRole('textbox', { name: /^Nội dung, Việc/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
}

/** The number of the member's task; a month begins with others, too. */
async function numberOfOwn(page: Page): Promise<number> {
  await expect.poll(() => titles(page)).toContain('Giúp 5 hộ làm chuồng trại')
  return (await titles(page)).indexOf('Giúp 5 hộ làm chuồng trại') + 1
}

/** One act by hand, as the person of a browser. */
async function say(by: Page, at: Page, act: object): Promise<void> {
  const answer = await by.request.post('/api/advice', {
    headers: { origin: new URL(at.url()).origin },
    data: { acts: [{ ...act, id: crypto.randomUUID() }] },
  })
  expect(await answer.json()).toMatchObject({ answers: [{ ok: true }] })
}

function aboutPlan(branchId: string, month: string) {
  const threadId = crypto.randomUUID()
  const place = { kind: 'plan' }
  return { kind: 'begin', branchId, month, threadId, place, mentions: [], change: null }
}

async function count(places: readonly ReturnType<Page['getByText']>[]): Promise<number> {
  const seen = await Promise.all(places.map((place) => place.count()))
  return seen.reduce((sum, one) => sum + one, 0)
}
