import type { Page } from '@playwright/test'
import { monthAt } from '#domain/months.ts'
import { boardsAt, card, chip, tapInto } from './board-page.ts'
import { copyBranch } from './copied-branch.ts'
import { expect, test } from './fixtures.ts'
import { clippedWords, seriousFaults } from './page-faults.ts'

const member = 'Lò Thị Hồng'
const other = 'Vì Thị Ún'

const changes = (page: Page) => page.getByRole('listitem').filter({ hasText: /^\d\d:\d\d/ })
const past = (page: Page) => page.getByRole('region', { name: /^Kế hoạch lúc/ })
const pastCard = (page: Page, name: string) =>
  past(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

test('[H3][H6][H7] everybody sees who moved whom and when, live, of one group too, and the board as it was', async ({
  database,
  newPerson,
  openAs,
}) => {
  const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
  const month = monthAt(Date.now())
  const secretary = await newPerson({ role: 'secretary', unit: branch.name })
  const committee = await newPerson({ role: 'committee', unit: branch.name })
  const cadre = await newPerson({ role: 'cadre', unit: branch.name })
  const usernames = [secretary.username, committee.username]
  const [first, second] = await boardsAt(openAs, usernames, branch.id, month)
  await tapInto(first, member, 'Nhóm 3')
  await expect(chip(second, 'Nhóm 3', member)).toBeVisible()
  await tapInto(second, member, 'Nhóm 7')
  await expect(chip(first, 'Nhóm 7', member)).toBeVisible()

  const [reader] = await openAs([cadre.username])
  if (!reader) throw new Error('nobody reads')
  await reader.goto(`/${branch.id}/${month}/history`)
  await expect(changes(reader)).toContainText([
    `${committee.fullName} phân công ${member} vào Nhóm 7`,
    `${secretary.fullName} phân công ${member} vào Nhóm 3`,
    `${secretary.fullName} mở kế hoạch tháng`,
  ])

  await tapInto(first, other, 'Nhóm 5')
  await expect(changes(reader).first()).toContainText(`${other} vào Nhóm 5`, { timeout: 30_000 })

  await changes(reader).filter({ hasText: 'vào Nhóm 3' }).getByRole('link').click()
  await expect(pastCard(reader, 'Nhóm 3')).toContainText(member)
  await expect(pastCard(reader, 'Nhóm 7')).toContainText(`chưa có aiNay: ${member}`)
  await expect(past(reader).getByRole('textbox')).toHaveCount(0)
  expect(await seriousFaults(reader)).toEqual([])

  await card(first, 'Nhóm 7').getByRole('button', { name: 'Việc với Nhóm 7' }).click()
  await first.getByRole('menuitem', { name: 'Ai đổi gì ở nhóm này' }).click()
  await expect(changes(first)).toHaveCount(1)
  await first.setViewportSize({ width: 390, height: 844 })
  expect(await clippedWords(first)).toEqual([])
})
