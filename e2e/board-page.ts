// The board as a person at a browser finds their way on it.
import { expect, type Locator, type Page } from '@playwright/test'

type OpenAs = (usernames: readonly string[]) => Promise<Page[]>

/** The same board at a browser for each of these people, open, joined to the server, cards by number. */
export async function boardsAt(
  openAs: OpenAs,
  usernames: readonly string[],
  branch: string,
  month: string,
): Promise<[Page, Page, Page]> {
  const pages = await openAs(usernames)
  for (const page of pages) {
    await page.goto(`/${branch}/${month}`)
    await expect(sum(page)).toBeVisible({ timeout: 30_000 })
    await byNumber(page)
  }
  // Whoever asks for fewer people takes fewer pages.
  return pages as [Page, Page, Page]
}

/** Cards in the order of their numbers, so that a spec knows where they stand. Phones and schools have no choice. */
async function byNumber(page: Page): Promise<void> {
  const order = page.getByRole('combobox', { name: /^(Sắp theo|Order)/ })
  if (!(await order.isVisible())) return
  await order.click()
  await page.getByRole('option', { name: /^(Theo số nhóm|By number)$/ }).click()
}

export const sum = (page: Page) =>
  page.getByRole('region', { name: /^(Cộng đảng viên|Sum of members)$/ })

export const rail = (page: Page) =>
  page.getByRole('complementary', { name: /^(Đảng viên|Members)$/ })

export const row = (page: Page, name: string) =>
  rail(page).getByRole('listitem').filter({ hasText: name })

export const groups = (page: Page) =>
  page.getByRole('region', { name: /^(Nhóm hộ|Household groups|Thôn, bản theo lĩnh vực)$/ })

export const card = (page: Page, name: string) =>
  groups(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

export const chip = (page: Page, place: string, name: string) =>
  card(page, place).getByRole('listitem').filter({ hasText: name })

export const messages = (page: Page) => page.getByRole('region', { name: /^(Thông báo|Messages)/ })

/** What screen readers are told, apart from messages. */
export const spoken = (page: Page) => page.getByRole('status').last()

/** Chooses a member by a tap, then the group by another. */
export async function tapInto(page: Page, name: string, place: string): Promise<void> {
  await row(page, name).getByRole('button', { name, exact: true }).click()
  await card(page, place)
    .getByRole('button', { name: new RegExp(`^(Phân công|Assign) ${name}`) })
    .click()
  await expect(chip(page, place, name)).toBeVisible()
}

/** Takes hold of something with the mouse and carries it over something else, without letting go. */
export async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await middleOf(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 6, { steps: 3 })
  const end = await middleOf(to)
  await page.mouse.move(end.x, end.y, { steps: 6 })
}

/**
 * Takes hold of something with a finger and carries it over something else, without lifting it. `restMs` is how
 * long the finger rests before it moves. Gives what lifts it.
 */
export async function carryByFinger(
  page: Page,
  from: Locator,
  to: Locator,
  restMs = 0,
): Promise<() => Promise<void>> {
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  const end = await middleOf(to)
  const start = await middleOf(from)
  await touch('touchStart', start)
  // The rest is what is tried here: no event tells that it is over.
  await page.waitForTimeout(restMs)
  for (let step = 1; step <= 8; step += 1) {
    const part = step / 8
    await touch('touchMove', {
      x: start.x + (end.x - start.x) * part,
      y: start.y + (end.y - start.y) * part,
    })
  }
  return async () => {
    await touch('touchEnd')
  }
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to point at')
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 80) }
}

/** Starts watching a card for the next chip; the watch gives the instant, in milliseconds, at which it came. */
export async function watchForChip(page: Page, place: string): Promise<() => Promise<number>> {
  const watch = await card(page, place).evaluateHandle((element) => ({
    seen: new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!element.querySelector('[data-chip]')) return
        observer.disconnect()
        resolve(Date.now())
      })
      observer.observe(element, { childList: true, subtree: true })
    }),
  }))
  return () => watch.evaluate(({ seen }) => seen)
}

/** Clicks, and gives the instant at which the page heard of it. */
export async function clickAt(page: Page, button: Locator): Promise<number> {
  const watch = await page.evaluateHandle(() => ({
    heard: new Promise<number>((resolve) => {
      document.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
    }),
  }))
  await button.click()
  return watch.evaluate(({ heard }) => heard)
}
