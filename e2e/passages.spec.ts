import type { Page } from '@playwright/test'
import { selectWords } from './advice-page.ts'
import { expect } from './fixtures.ts'
import { expectSaved, prose, rewrite, test } from './plan-page.ts'

const sentence = 'Mỗi đồng chí đến từng hộ trong nhóm ít nhất một lần, hỏi hộ cần hỗ trợ gì.'
const quoted = 'từng hộ trong nhóm'

const marked = (page: Page) => page.locator('[data-prose-part="focus"] mark')

test('[Q24] a cadre speaks about a passage; it is marked for everyone, and stays so while it is written into', async ({
  desk,
}, info) => {
  const [mine, theirs] = await desk.sit(['secretary', 'cadre'])
  await rewrite(mine, 'focus', sentence)
  await expectSaved(mine)
  const plain = await prose(mine, 'focus').textContent()

  await test.step('from the reader', async () => {
    await expect(theirs.locator('[data-prose-part="focus"]')).toContainText('hỗ trợ gì.')
    await selectWords(theirs, 'focus', quoted)
    await theirs.getByRole('button', { name: 'Góp ý đoạn này' }).click()
    await theirs
      .getByRole('combobox', { name: /^Viết góp ý/ })
      .fill('Nhóm 4 có hộ ở xa, một lần thì ít.')
    await theirs.keyboard.press('Control+Enter')
    await expect(marked(theirs)).toHaveText(quoted)
  })

  await test.step('into the editor, which writes nothing', async () => {
    await expect(marked(mine)).toHaveText(quoted)
    await expectSaved(mine)
    expect(await prose(mine, 'focus').textContent()).toBe(plain)
  })
  await info.attach('editor', { body: await mine.screenshot(), contentType: 'image/png' })

  await test.step('written into and before, by its editor', async () => {
    await selectWords(mine, 'focus', 'hộ trong')
    await mine.keyboard.press('ArrowLeft')
    await mine.keyboard.type('nhà của ')
    await mine.keyboard.press('Home')
    await mine.keyboard.type('Tháng này ')
    await expect(marked(mine)).toHaveText('từng nhà của hộ trong nhóm')
    await expect(marked(theirs)).toHaveText('từng nhà của hộ trong nhóm')
  })

  await test.step('from the mark to its thread', async () => {
    await marked(mine).click()
    await expect(mine.getByText('Nhóm 4 có hộ ở xa')).toBeVisible()
    await expect(mine.locator('[data-thread][aria-current]')).toBeInViewport()
    // The caret stays where the click put it: what is typed now is written.
    await mine.keyboard.press('Home')
    await mine.keyboard.type('Trong ')
    await expect(prose(mine, 'focus')).toContainText('Trong Tháng này')
    await info.attach('thread', { body: await mine.screenshot(), contentType: 'image/png' })
    await info.attach('reader', { body: await theirs.screenshot(), contentType: 'image/png' })
  })

  await test.step('gone, and back again by undoing', async () => {
    await prose(mine, 'focus').click()
    await mine.keyboard.press('Control+A')
    await mine.keyboard.press('Delete')
    await expect(marked(theirs)).toHaveCount(0)
    await mine.keyboard.press('Control+Z')
    // Letters that came anew: known by their words, of which some had changed before.
    await expect(marked(theirs)).toContainText('hộ trong nhóm')
  })
})
