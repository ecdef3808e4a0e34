// The talk about a plan as a person at a browser finds their way in it: beside the page, or a sheet on a phone.
import { expect, type Page } from '@playwright/test'

export const panel = (page: Page) =>
  page.getByRole('complementary', { name: 'Góp ý' }).or(page.getByRole('dialog', { name: 'Góp ý' }))

export async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Góp ý, / }).click()
  await expect(panel(page)).toBeVisible()
}

/** The thread in which these words stand. */
export const thread = (page: Page, words: string) =>
  panel(page).getByRole('article').filter({ hasText: words })

/** Watches for words in the panel; the watch gives the instant, in milliseconds, at which they came. */
export async function watchForWords(page: Page, words: string): Promise<() => Promise<number>> {
  const watch = await panel(page).evaluateHandle(
    (element, wanted) => ({
      seen: new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!element.textContent?.includes(wanted)) return
          observer.disconnect()
          resolve(Date.now())
        })
        observer.observe(element, { childList: true, subtree: true, characterData: true })
      }),
    }),
    words,
  )
  return () => watch.evaluate(({ seen }) => seen)
}

/** Selects words as a mouse would, wherever they are drawn. */
export async function selectWords(page: Page, part: string, words: string): Promise<void> {
  await page.locator(`[data-prose-part="${part}"]`).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error('these words are not there')
  }, words)
}
