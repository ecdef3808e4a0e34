import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import {
  addTask,
  expectSaved,
  prose,
  rewrite,
  test,
  textOf,
  title,
  typeLikeUnikey,
  withoutTasks,
} from './plan-page.ts'

/** Where people write together: a paragraph of the prose, and the title of a task. */
const fields = [
  {
    name: 'a paragraph',
    open: async (page: Page) => {
      await rewrite(page, 'focus', 'Bản ta ')
      return prose(page, 'focus')
    },
  },
  {
    name: 'the title of a task',
    open: async (page: Page) => {
      await withoutTasks(page)
      await addTask(page, 1, 'Bản ta ')
      return title(page, 1)
    },
  },
] as const

for (const { name, open } of fields) {
  test.describe(`Vietnamese in ${name}`, () => {
    let mine: Page
    let theirs: Page
    let here: Locator
    let there: Locator

    test.beforeEach(async ({ desk }) => {
      ;[mine, theirs] = await desk.sit(['secretary', 'deputy'])
      here = await open(mine)
      await expectSaved(mine)
      there = name === 'a paragraph' ? prose(theirs, 'focus') : title(theirs, 1)
      await expect.poll(() => textOf(there)).toContain('Bản ta')
    })

    test('a composed word stays whole while a colleague writes before it', async () => {
      const keyboard = await mine.context().newCDPSession(mine)
      await goTo(theirs, there, 'Home')
      const seen = whenTold(here)
      for (const word of ['t', 'th', 'thu', 'thư', 'thử']) await compose(keyboard, word)
      await theirs.keyboard.insertText('Mai ')
      await expectSaved(theirs)
      await compose(keyboard, 'thửn')
      await compose(keyboard, 'thửng')
      await keyboard.send('Input.insertText', { text: 'thưởng' })
      const { ended, came } = await seen
      expect(came).toBeGreaterThanOrEqual(ended)
      await mine.keyboard.type(' công')
      for (const field of [here, there]) {
        await expect.poll(() => plain(field)).toBe('Mai Bản ta thưởng công')
      }
    })

    test('the colleague’s words come within three seconds of a long composition', async () => {
      const keyboard = await mine.context().newCDPSession(mine)
      await goTo(theirs, there, 'Home')
      await compose(keyboard, 'th')
      await compose(keyboard, 'thử')
      await theirs.keyboard.insertText('Mai ')
      const sent = Date.now()
      if (name === 'a paragraph') {
        await expect.poll(() => plain(here), { intervals: [20] }).toContain('Mai ')
        process.stdout.write(`a colleague's words under a composition: ${Date.now() - sent} ms\n`)
      }
      await keyboard.send('Input.insertText', { text: 'thửa' })
      await mine.keyboard.type(' ruộng')
      for (const field of [here, there]) {
        await expect.poll(() => plain(field)).toBe('Mai Bản ta thửa ruộng')
      }
    })

    test('tools that answer with Backspaces write whole words beside a colleague', async () => {
      await goTo(theirs, there, 'Home')
      // dd, Thuwr, nguyeenx, Mo65t: what the tool makes of each key.
      const words = ['d⌫đ', 'Thu⌫ư⌫ử', 'nguye⌫ên⌫⌫ễn', 'Mo⌫ô⌫ột', 'd⌫đa⌫ă⌫ắ']
      await Promise.all([
        typeLikeUnikey(mine, words.join(' ')),
        typeLikeUnikey(theirs, 'Đ⌫Đo⌫ôi⌫⌫ội Sa⌫ả⌫ản xua⌫âa⌫⌫ất '),
      ])
      for (const field of [here, there]) {
        await expect.poll(() => plain(field)).toBe('Đội Sản xuất Bản ta đ Thử nguyễn Một đắ')
      }
    })
  })
}

test('[Q23] letters go where they are typed beside forty marked passages, and their cost is told', async ({
  desk,
}) => {
  test.slow()
  const [mine, theirs] = await desk.sit(['secretary', 'deputy'])
  const words = Array.from({ length: 40 }, (_, nth) => `Việc số ${nth + 1} cần làm`)
  await rewrite(mine, 'focus', `${words.join(', ')}. `)
  await expect.poll(() => plain(prose(mine, 'focus'))).toBe(`${words.join(', ')}. `)
  await expectSaved(mine)
  // The first letters of a page cost more than all later ones.
  await costOfLetters(mine)
  const bare = await costOfLetters(mine)
  // One person says so much in a minute and no more.
  await speakAbout(mine, words.slice(0, 20))
  await speakAbout(theirs, words.slice(20))
  await expect(prose(mine, 'focus').locator('mark')).toHaveCount(40)
  await costOfLetters(mine)
  const marked = await costOfLetters(mine)
  process.stdout.write(
    `a letter: ${bare.toFixed(1)} ms without marks, ${marked.toFixed(1)} ms beside 40, ${(marked / bare).toFixed(2)} times\n`,
  )
  expect(await prose(mine, 'focus').locator('mark').count()).toBe(40)
})

/** Milliseconds that the page is at work for one letter at the end of the text. */
async function costOfLetters(page: Page): Promise<number> {
  const letters = 'them mot cau nua vao cuoi doan nay nhe '
  const meter = await page.context().newCDPSession(page)
  await meter.send('Performance.enable')
  const worked = async () => {
    const { metrics } = await meter.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
  const field = prose(page, 'focus')
  await goTo(page, field, 'End')
  const text = await plain(field)
  const before = await worked()
  await page.keyboard.type(letters, { delay: 40 })
  const after = await worked()
  await meter.detach()
  await expect.poll(() => plain(field)).toBe(`${text}${letters}`)
  return ((after - before) * 1000) / letters.length
}

/** A comment on each of these words, by hand. */
async function speakAbout(page: Page, words: readonly string[]): Promise<void> {
  const { origin, pathname } = new URL(page.url())
  const [, branchId, month] = pathname.split('/')
  const acts = words.map((quote) => ({
    kind: 'begin',
    id: crypto.randomUUID(),
    branchId,
    month,
    threadId: crypto.randomUUID(),
    place: { kind: 'passage', part: 'focus', quote, prefix: '', suffix: '', occurrence: 0 },
    body: 'Ai làm?',
    mentions: [],
    change: null,
  }))
  const answer = await page.request.post('/api/advice', { headers: { origin }, data: { acts } })
  const { answers } = (await answer.json()) as { answers: { ok: boolean }[] }
  expect(answers.filter(({ ok }) => ok)).toHaveLength(words.length)
}

async function goTo(page: Page, field: Locator, key: 'Home' | 'End'): Promise<void> {
  await field.click()
  await page.keyboard.press(`Control+${key}`)
}

async function compose(keyboard: CDPSession, text: string): Promise<void> {
  await keyboard.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
}

/** Without what is drawn into the text: carets with their names. */
function plain(field: Locator): Promise<string> {
  return field.evaluate((element) => {
    if (element instanceof HTMLTextAreaElement) return element.value
    const copy = element.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.remote-caret')) caret.remove()
    return (copy.textContent ?? '').replaceAll('\u00a0', ' ')
  })
}

/** The instants at which the next composition ends and at which "Mai " first stands in the field. */
function whenTold(field: Locator): Promise<{ ended: number; came: number }> {
  return field.evaluate(
    (element) =>
      new Promise<{ ended: number; came: number }>((resolve) => {
        let ended = 0
        const text = () =>
          element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? '')
        element.addEventListener('compositionend', () => {
          ended = performance.now()
        })
        const look = () => {
          if (!text().includes('Mai ')) return requestAnimationFrame(look)
          return resolve({ ended: ended || Number.POSITIVE_INFINITY, came: performance.now() })
        }
        look()
      }),
  )
}
