import type { Page } from '@playwright/test'
import { formatDay } from '#app/_words/format-day.ts'
import { dayAt } from '#domain/days.ts'
import type { Database } from '#server/db/database.ts'
import { nearlyReady } from './finalise-scene.ts'
import { expect, type MadePerson, test } from './fixtures.ts'

const today = formatDay(dayAt(Date.now()))
const seal = 'Chốt và gửi Đảng ủy xã'

/** As if this person had signed in, and given the password last, a quarter of an hour ago. */
async function ageSignIn({ pool }: Database, { personId }: MadePerson): Promise<void> {
  await pool.query(
    `update session set created_at = clock_timestamp() - interval '15 minutes', confirmed_at = null
      where person_id = $1`,
    [personId],
  )
}

/** What was counted at the meeting, with everything kept. */
async function fillMeeting(page: Page): Promise<void> {
  await expect(page.getByLabel('Ngày họp')).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Ngày họp').fill(today.slice(0, 5))
  await page.getByLabel('Có mặt').fill('15')
  await page.getByLabel('Được biểu quyết').fill('15')
  await page.getByLabel('Tán thành').fill('14')
  await page.getByLabel('Tán thành').press('Enter')
  await expect(page.getByRole('button', { name: seal })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
}

/** Gives a wrong password first, which is said where it was given. */
async function givePassword(page: Page, { password }: MadePerson, go: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Nhập lại mật khẩu' })
  const field = dialog.getByLabel('Mật khẩu')
  await field.fill('không phải mật khẩu này')
  await dialog.getByRole('button', { name: go }).click()
  await expect(dialog.getByText('mật khẩu không đúng')).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await field.fill(password)
  await field.press('Enter')
}

test('[F10] a sign-in that is old gives the password again, to finalise and to open again', async ({
  database,
  newPerson,
  openAs,
}) => {
  const { branch, month, people } = await nearlyReady(database, newPerson, ['secretary'])
  const secretary = people.get('secretary')
  const [page] = await openAs([secretary?.username ?? ''])
  if (!page || !secretary) throw new Error('nobody at a browser')
  await page.goto(`/${branch.id}/${month}/finalise`)
  await fillMeeting(page)
  await ageSignIn(database, secretary)
  await page.getByRole('button', { name: seal }).click()
  await page.getByRole('button', { name: 'Thôi' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: seal }).click()
  await givePassword(page, secretary, 'Xác nhận và chốt')
  await expect(page.getByRole('heading', { level: 1, name: /^Đã chốt tháng/ })).toBeVisible()
  const { rows } = await database.pool.query<{ json: string }>(
    'select json from plan_record r join plan p on p.id = r.plan_id where p.branch_id = $1',
    [branch.id],
  )
  const meeting = { present: 15, voters: 15, inFavour: 14 }
  expect(rows.map(({ json }) => JSON.parse(json))).toMatchObject([{ meeting }])

  await ageSignIn(database, secretary)
  // The page knows by itself that the password is due.
  await page.reload()
  await page.getByRole('button', { name: 'Mở lại tháng này…' }).click()
  const reason = page.getByLabel('Lý do mở lại')
  await reason.fill('Ghi nhầm người phụ trách Nhóm 5.')
  await page.getByRole('button', { name: 'Mở lại', exact: true }).click()
  await page
    .getByRole('dialog', { name: 'Nhập lại mật khẩu' })
    .getByRole('button', { name: 'Thôi' })
    .click()
  await expect(reason).toHaveValue('Ghi nhầm người phụ trách Nhóm 5.')
  await page.getByRole('button', { name: 'Mở lại', exact: true }).click()
  await givePassword(page, secretary, 'Xác nhận và mở lại')
  await expect(page.getByLabel('Tán thành')).toHaveValue('14')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('[F91][F93] the committee is asked to look; who writes while it is finalised is named, and it is finalised all the same', async ({
  database,
  newPerson,
  openAs,
}) => {
  const roles = ['secretary', 'committee'] as const
  const { branch, month, people } = await nearlyReady(database, newPerson, roles)
  const name = people.get('committee')?.fullName ?? ''
  const [mine, theirs] = await openAs(roles.map((role) => people.get(role)?.username ?? ''))
  if (!mine || !theirs) throw new Error('nobody at a browser')
  await theirs.goto(`/${branch.id}/${month}/plan`)
  await mine.goto(`/${branch.id}/${month}/finalise`)
  await fillMeeting(mine)
  await mine.getByRole('button', { name: `Mời xem: ${name}` }).click()
  await expect(mine.getByText('Đã mời xem bản này')).toBeVisible()
  await theirs.getByRole('button', { name: 'Thông báo, 1 tin mới' }).click()
  await theirs.getByRole('link', { name: 'mời đồng chí xem kế hoạch trước khi chốt' }).click()
  await expect(theirs.getByRole('button', { name: 'Đồng ý bản đang xem' })).toBeVisible()
  await theirs.goBack()

  const dueOf = (task: number) => theirs.getByLabel(`Hạn của việc ${task}, ngày/tháng`)
  await expect(dueOf(1)).toBeVisible()
  // The first press is on its way while somebody writes.
  let presses = 0
  await mine.route('**/api/record', async (route) => {
    if (route.request().postDataJSON()?.kind !== 'finalise') return route.fallback()
    presses += 1
    if (presses > 1) return route.fallback()
    await dueOf(1).fill(`20/${month.slice(5)}`)
    await dueOf(1).press('Enter')
    await dueOf(2).focus()
    await expect(mine.getByText(`Đang sửa: ${name}`)).toBeVisible()
    await expect(theirs.getByText('Đã lưu').first()).toBeVisible()
    await route.fallback()
  })
  await mine.getByRole('button', { name: seal }).click()
  const since = mine.getByRole('region', { name: 'Thay đổi từ lúc bấm chốt' })
  await expect(since).toContainText('Chưa chốt: từ lúc đồng chí bấm đã đổi 1 chỗ.')
  await expect(since).toContainText(`${name} 1 chỗ`)
  await expect(since).toContainText(`hạn: `)
  await dueOf(2).blur()
  await expect(mine.getByText(`Đang sửa: ${name}`)).toBeHidden()
  await mine.getByRole('button', { name: 'Đã xem, chốt bản lúc này' }).click()
  await expect(mine.getByRole('heading', { level: 1, name: /^Đã chốt tháng/ })).toBeVisible()
})
