// The month's plan as a person at a browser finds their way in it.
import type { Locator, Page } from '@playwright/test'
import { monthAt } from '#domain/months.ts'
import type { ProsePart } from '#domain/plan-doc.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { copyBranch } from './copied-branch.ts'
import { test as base, expect } from './fixtures.ts'

/** A branch of a spec's own, with this month's plan open before several of its people. */
interface Desk {
  /** One browser for each role, with the plan open. Whoever asks for one person takes one page. */
  sit: (roles: readonly RoleName[]) => Promise<[Page, Page]>
  /** Who sits there, in the order in which they came. */
  readonly names: readonly string[]
}

export const test = base.extend<{ desk: Desk }>({
  desk: async ({ database, newPerson, openAs }, use) => {
    const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
    const names: string[] = []
    const sit: Desk['sit'] = async (roles) => {
      const usernames: string[] = []
      for (const role of roles) {
        const person = await newPerson({ role, unit: branch.name })
        usernames.push(person.username)
        names.push(person.fullName)
      }
      const pages = await openAs(usernames)
      for (const page of pages) {
        await page.goto(`/${branch.id}/${monthAt(Date.now())}/plan`)
        await expect(tasksPart(page)).toBeVisible({ timeout: 30_000 })
      }
      return pages as [Page, Page]
    }
    await use({ sit, names })
  },
})

const tasksPart = (page: Page) => page.getByRole('region', { name: 'III. Phân công nhiệm vụ' })

export const prose = (page: Page, part: ProsePart) => page.locator(`[data-live-editor="${part}"]`)

export const tasks = (page: Page) =>
  page.getByRole('list', { name: 'Bảng phân công nhiệm vụ' }).locator('> li')

export const task = (page: Page, number: number) => tasks(page).nth(number - 1)

export const title = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Nội dung, Việc ${number}`, exact: true })

export const result = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Kết quả, Việc ${number}`, exact: true })

export const due = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Hạn của việc ${number}, ngày/tháng` })

export const messages = (page: Page) => page.getByRole('region', { name: /^Thông báo/ })

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saving]:visible')).toHaveAttribute(
    'data-saving',
    /^(saved|merged)$/,
  )
}

/** Adds a task at the end and writes its title. */
export async function addTask(page: Page, number: number, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm việc' }).click()
  await expect(title(page, number)).toBeFocused()
  await page.keyboard.insertText(words)
}

/** A plan begins with a template's tasks: takes them all out. */
export async function withoutTasks(page: Page): Promise<void> {
  for (let left = await tasks(page).count(); left > 0; left -= 1) {
    await choose(page, 1, 'Bỏ việc này')
    await expect(tasks(page)).toHaveCount(left - 1)
  }
}

/** Writes a prose part anew, over what a template began it with. */
export async function rewrite(page: Page, part: ProsePart, words: string): Promise<void> {
  await prose(page, part).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.type(words)
}

/** Opens the menu of one task and chooses in it. */
export async function choose(page: Page, number: number, item: string): Promise<void> {
  await task(page, number)
    .getByRole('button', { name: `Thao tác với việc ${number}` })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** What a text field or an editor reads now. */
export function textOf(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? ''),
  )
}

/**
 * Types as Unikey does: each key either goes through, or is swallowed and answered with Backspaces of the
 * tool's own and the letters that belong there. `⌫` is such a Backspace.
 */
export async function typeLikeUnikey(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    if (key === '⌫') await page.keyboard.press('Backspace')
    else await page.keyboard.insertText(key)
  }
}

export async function paste(field: Locator, html: string): Promise<void> {
  await field.click()
  await field.evaluate((element, markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    const event = { clipboardData: data, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', event))
  }, html)
}
