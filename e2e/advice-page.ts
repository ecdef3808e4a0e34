// The talk about a plan as a person at a browser finds their way in it: beside the page, or a sheet on a phone.
import { expect, type Locator, type Page } from '@playwright/test'

export const panel = (page: Page) =>
  page.getByRole('complementary', { name: 'Góp ý' }).or(page.getByRole('dialog', { name: 'Góp ý' }))

export async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Góp ý, / }).click()
  await expect(panel(page)).toBeVisible()
}

/** The thread in which these words stand. */
export const thread = (page: Page, words: string) =>
  panel(page).getByRole('article').filter({ hasText: words })

export const field = (page: Page, name: string | RegExp): Locator =>
  panel(page).getByRole('combobox', { name })

/** Begins to write about a household group, by the sign on its card. */
export async function writeAbout(page: Page, group: string): Promise<void> {
  await page.getByRole('button', { name: `Góp ý về ${group}`, exact: true }).click()
  await expect(panel(page).getByText(`Về ${group}`)).toBeVisible()
}

/** Proposes another member for the group that is written about. */
export async function proposeMember(page: Page, name: string, why: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Đề nghị', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Đổi người phụ trách' }).click()
  await panel(page).getByRole('button', { name: 'Chọn người nhận nhóm' }).click()
  await page.getByRole('option', { name }).click()
  await field(page, /^Vì sao/).fill(why)
  await panel(page).getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(thread(page, why)).toBeVisible()
}
