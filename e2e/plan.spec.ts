import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { clippedWords, seriousFaults, smallTargets } from './page-faults.ts'
import {
  addTask,
  choose,
  due,
  expectSaved,
  messages,
  paste,
  prose,
  result,
  rewrite,
  task,
  tasks,
  test,
  textOf,
  title,
  withoutTasks,
} from './plan-page.ts'

const both = ['secretary', 'deputy'] as const

test.describe('the text', () => {
  test('two people type in one paragraph, and see each other in it', async ({ desk }) => {
    const [mine, theirs] = await desk.sit(both)
    await rewrite(mine, 'focus', 'Giữ ấm cho trâu bò.')
    await expect(prose(theirs, 'focus').locator('p').first()).toContainText('Giữ ấm cho trâu bò.')
    await prose(theirs, 'focus').click()
    await theirs.keyboard.press('Control+Home')
    await Promise.all([
      mine.keyboard.type(' Báo kết quả trước ngày 28/12.'),
      theirs.keyboard.type('Trước đợt rét: '),
    ])
    for (const page of [mine, theirs]) {
      const text = prose(page, 'focus').locator('p')
      await expect(text).toHaveCount(1)
      await expect(text).toContainText('Giữ ấm cho trâu bò. Báo kết quả trước ngày 28/12.')
      await expect(text).toContainText('Trước đợt rét: ')
    }
    const caret = (page: Page) => prose(page, 'focus').locator('.remote-caret-name')
    await expect(caret(theirs)).toHaveText(desk.names[0] ?? 'nobody')
    await expect(caret(mine)).toHaveText(desk.names[1] ?? 'nobody')
  })

  test('keeps of a paste what a plan may hold, and saves it', async ({ desk }) => {
    const [page] = await desk.sit(['secretary'])
    await paste(
      prose(page, 'focus'),
      `<h1>Tên văn bản</h1><h2 style="color:red">Mục</h2><p align="center">Xem <a href="https://x.vn">công văn</a>,
       <b>gấp</b> <s>bỏ</s></p><ol type="a" start="-3"><li>một</li><li>hai</li></ol>
       <table><tr><td>ô bảng</td></tr></table><script>document.title = 'hỏng'</script>
       <img src="x" onerror="document.title = 'hỏng'"><blockquote>trích</blockquote><pre>mã</pre>`,
    )
    const text = prose(page, 'focus')
    for (const words of ['Tên văn bản', 'Mục', 'công văn', 'một', 'ô bảng', 'trích', 'mã']) {
      await expect(text).toContainText(words)
    }
    await expect(text.locator('strong')).toHaveText('gấp')
    await expect(text.locator('a, h1, table, script, img, s, blockquote, pre')).toHaveCount(0)
    await expect(text.locator('[style], [align], ol[type]')).toHaveCount(0)
    await expect(text.locator('ol[start="-3"]')).toHaveCount(0)
    expect(await page.title()).not.toContain('hỏng')
    await expectSaved(page)
    await page.reload()
    await expect(prose(page, 'focus')).toContainText('ô bảng')
    await expectSaved(page)
  })

  test('a template fills only what is empty', async ({ desk }) => {
    const [page] = await desk.sit(['secretary'])
    const takeTemplate = async () => {
      await page.getByRole('button', { name: 'Dùng mẫu' }).click()
      await page.getByRole('menuitem', { name: 'Sinh hoạt chuyên đề' }).click()
    }
    await rewrite(page, 'focus', 'Chữ của chi bộ.')
    await rewrite(page, 'review', '')
    await takeTemplate()
    await expect(messages(page)).toContainText('Sinh hoạt chuyên đề')
    await expect(prose(page, 'review')).not.toBeEmpty()
    await expect(prose(page, 'focus')).toHaveText('Chữ của chi bộ.')
    const before = await Promise.all([
      tasks(page).count(),
      textOf(prose(page, 'review')),
      textOf(prose(page, 'organisation')),
    ])
    await takeTemplate()
    await expect(messages(page)).toContainText('mẫu không thêm gì')
    expect([
      await tasks(page).count(),
      await textOf(prose(page, 'review')),
      await textOf(prose(page, 'organisation')),
    ]).toEqual(before)
  })
})

test.describe('the tasks', () => {
  let mine: Page
  let theirs: Page

  test.beforeEach(async ({ desk }) => {
    const pages = await desk.sit(both)
    mine = pages[0]
    theirs = pages[1]
    await withoutTasks(mine)
  })

  test('are added by the button and by Enter, and written by two people at once', async () => {
    await addTask(mine, 1, 'làm thẻ bảo hiểm')
    await mine.keyboard.press('Enter')
    await expect(title(mine, 2)).toBeFocused()
    await mine.keyboard.type('Khơi mương')
    await expect(title(theirs, 2)).toHaveValue('Khơi mương')
    await title(mine, 1).click()
    await mine.keyboard.press('End')
    await title(theirs, 1).click()
    await theirs.keyboard.press('Home')
    await Promise.all([
      mine.keyboard.type(' y tế cho 2 hộ nghèo'),
      theirs.keyboard.type('Trước 15/12 '),
    ])
    for (const page of [mine, theirs]) {
      await expect(title(page, 1)).toHaveValue('Trước 15/12 làm thẻ bảo hiểm y tế cho 2 hộ nghèo')
    }
    await expect(task(mine, 1)).toContainText('đang sửa')
    await theirs.keyboard.press('Tab')
    await expect(task(mine, 1)).not.toContainText('đang sửa')
  })

  test('have doers, helpers, a place, a day, a state and a result', async () => {
    await addTask(mine, 1, 'Che chắn chuồng trại')
    await task(mine, 1)
      .getByRole('button', { name: /^Người làm việc 1/ })
      .click()
    await mine.getByRole('searchbox').fill('hoang thi nga')
    await mine.getByRole('button', { name: 'Hoàng Thị Nga chủ trì', exact: true }).click()
    await mine.getByRole('searchbox').fill('lo thi hong')
    await mine.getByRole('button', { name: 'Lò Thị Hồng phối hợp' }).click()
    await mine.keyboard.press('Escape')
    await expect(task(theirs, 1)).toContainText('Hoàng Thị Nga')
    await expect(task(theirs, 1)).toContainText('phối hợp: Lò Thị Hồng')

    await task(mine, 1)
      .getByRole('button', { name: /^Nơi làm việc 1/ })
      .click()
    await mine.getByRole('checkbox', { name: 'Nhóm 3', exact: true }).click()
    await mine.getByRole('checkbox', { name: 'Nhóm 16', exact: true }).click()
    await expect(task(theirs, 1)).toContainText('Nhóm 3, 16')
    await mine.getByRole('group', { name: 'Cả thôn, bản' }).getByRole('checkbox').first().click()
    await mine.keyboard.press('Escape')
    await expect(task(theirs, 1)).not.toContainText('Nhóm 3')
    await expect(task(theirs, 1)).toContainText('Cả ')

    await due(mine, 1).fill('31/02')
    await mine.keyboard.press('Enter')
    await expect(messages(mine)).toContainText('Ghi ngày/tháng, ví dụ 20/12.')
    await expect(due(mine, 1)).toHaveAttribute('aria-invalid', 'true')
    await expect(due(theirs, 1)).toHaveValue('')
    await due(mine, 1).fill('5.3')
    await mine.keyboard.press('Enter')
    await expect(due(theirs, 1)).toHaveValue(/^05\/03/)

    await task(mine, 1)
      .getByRole('button', { name: /Đổi tình trạng việc 1/ })
      .click()
    await mine.getByRole('menuitem', { name: 'Đang làm' }).click()
    await expect(task(theirs, 1).getByRole('button', { name: /^Đang làm/ })).toBeVisible()
    await result(mine, 1).click()
    await mine.keyboard.type('xong 1/2 hộ')
    await expect(result(theirs, 1)).toHaveValue('xong 1/2 hộ')
  })

  test('are moved, taken out and brought back', async () => {
    for (const [index, words] of ['một', 'hai', 'ba'].entries()) {
      await addTask(mine, index + 1, words)
    }
    const titles = (page: Page) =>
      tasks(page)
        .getByRole('textbox', { name: /^Nội dung/ })
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
    await choose(mine, 3, 'Chuyển lên')
    await expect.poll(() => titles(theirs)).toEqual(['một', 'ba', 'hai'])
    await choose(mine, 1, 'Chuyển xuống')
    await expect.poll(() => titles(theirs)).toEqual(['ba', 'một', 'hai'])
    await choose(mine, 2, 'Bỏ việc này')
    await expect.poll(() => titles(theirs)).toEqual(['ba', 'hai'])
    await theirs.getByText(/^Đã bỏ \d việc/).click()
    const out = theirs.getByRole('listitem').filter({ hasText: /^một/ })
    await out.getByRole('button', { name: 'Lấy lại' }).click()
    await expect.poll(() => titles(mine)).toEqual(['ba', 'một', 'hai'])
  })

  test('tell whoever writes in one that a colleague took it out', async () => {
    await addTask(mine, 1, 'Giúp lợp lại mái nhà')
    await expect(title(theirs, 1)).toHaveValue('Giúp lợp lại mái nhà')
    await title(theirs, 1).click()
    await choose(mine, 1, 'Bỏ việc này')
    await expect(messages(theirs)).toContainText('Việc “Giúp lợp lại mái nhà”')
    await messages(theirs).getByRole('button', { name: 'Lấy lại' }).click()
    await expect(title(mine, 1)).toHaveValue('Giúp lợp lại mái nhà')
  })

  test('undo takes back one’s own letters only, in a title too', async () => {
    await addTask(mine, 1, '')
    const addedAt = Date.now()
    // What one does within half a second is one step.
    await expect.poll(() => Date.now() - addedAt).toBeGreaterThan(600)
    await mine.keyboard.insertText('Khơi mương')
    await expect(title(theirs, 1)).toHaveValue('Khơi mương')
    await title(theirs, 1).click()
    await theirs.keyboard.press('End')
    await theirs.keyboard.insertText(', sửa bể')
    await expect(title(mine, 1)).toHaveValue('Khơi mương, sửa bể')
    await title(mine, 1).click()
    await mine.keyboard.press('Control+z')
    await expect(title(mine, 1)).toHaveValue(', sửa bể')
    await mine.keyboard.press('Control+Shift+z')
    await expect(title(theirs, 1)).toHaveValue('Khơi mương, sửa bể')
  })
})

test('who may not write reads the plan as it is written, without an editor', async ({ desk }) => {
  const [writer] = await desk.sit(['secretary'])
  for (const reader of await desk.sit(['member', 'cadre'])) {
    await expect(reader.getByText('không sửa được')).toBeVisible()
    const words = `Trồng ${await tasks(writer).count()} cây quế.`
    await rewrite(writer, 'focus', words)
    await expect(reader.getByText(words)).toBeVisible()
    const number = (await tasks(writer).count()) + 1
    await addTask(writer, number, `Việc viết lần ${number}`)
    await expect(reader.getByText(`Việc viết lần ${number}`)).toBeVisible()
    await expect(reader.locator('[contenteditable=true], textarea, main input')).toHaveCount(0)
  }
})

test('fits every screen, in light and in dark', async ({ desk }) => {
  test.setTimeout(180_000)
  const [writer, other] = await desk.sit(both)
  await prose(other, 'focus').locator('p').first().click()
  await title(other, 1).click()
  await expect(task(writer, 1)).toContainText('đang sửa')
  const [reader] = await desk.sit(['member'])
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const page of [writer, reader]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize(size)
        const where = `${size.width} ${colorScheme}`
        expect(await seriousFaults(page), where).toEqual([])
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, where).toBeLessThanOrEqual(size.width)
        expect(await clippedWords(page), where).toEqual([])
      }
    }
  }
})

test.describe('in one hand', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('every button is as large as a finger', async ({ desk }) => {
    const [page] = await desk.sit(['secretary'])
    await expect(title(page, 1)).toBeVisible()
    expect(await smallTargets(page)).toEqual([])
  })
})
