// Three people and one plan: a cadre on a phone who may not change it, the secretary who may, a committee member.

import { monthAt } from '#domain/months.ts'
import { field, openPanel, panel, proposeMember, thread, writeAbout } from './advice-page.ts'
import { card, chip, messages } from './board-page.ts'
import { copyBranch } from './copied-branch.ts'
import { expect, test } from './fixtures.ts'

test('[Q32] a cadre on a phone comments and proposes, the secretary accepts, the committee sees it', async ({
  database,
  newPerson,
  openAs,
}) => {
  const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
  const [secretary, committee, cadre] = await Promise.all(
    (['secretary', 'committee', 'cadre'] as const).map((role) =>
      newPerson({ role, unit: branch.name }),
    ),
  )
  test.slow()
  if (!secretary || !committee || !cadre) throw new Error('three people')
  const address = `/${branch.id}/${monthAt(Date.now())}`
  const pages = await openAs([secretary.username, committee.username, cadre.username])
  const [desk, other, phone] = pages as [(typeof pages)[0], (typeof pages)[0], (typeof pages)[0]]
  await desk.goto(address)
  await openPanel(desk)
  await other.goto(address)
  await openPanel(other)

  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.goto(address)
  await openPanel(phone)
  const words = field(phone, /^Viết góp ý/)
  await words.pressSequentially(`Nhờ @${secretary.fullName.slice(0, 9)}`)
  await phone.getByRole('option', { name: secretary.fullName }).click()
  await words.pressSequentially('xem sớm.')
  await panel(phone).getByRole('button', { name: 'Gửi góp ý' }).click()
  await expect(thread(phone, 'xem sớm.')).not.toContainText('Chờ gửi')

  // Within a second, over the socket that is open anyway; five times that is the slack.
  await expect(thread(desk, 'xem sớm.')).toBeVisible({ timeout: 5_000 })
  await expect(desk.getByRole('button', { name: 'Thông báo, 1 tin mới' })).toBeVisible()
  await expect(other.getByRole('button', { name: /^Thông báo, 1 tin mới/ })).toBeVisible()

  await panel(phone).getByRole('button', { name: 'Đóng' }).first().click()
  await phone.getByRole('button', { name: /^Nhóm 5/ }).click()
  await writeAbout(phone, 'Nhóm 5')
  await proposeMember(phone, 'Cà Văn Dơ', 'Đồng chí ở gần nhóm này.')

  const proposal = thread(desk, 'Đồng chí ở gần nhóm này.')
  await expect(proposal).toContainText('Nhận thì nhóm có người phụ trách.')
  await expect(
    card(desk, 'Nhóm 5').getByRole('button', { name: /^1 góp ý về Nhóm 5/ }),
  ).toBeVisible()
  await proposal.getByRole('button', { name: 'Nhận đề nghị' }).click()
  await expect(chip(desk, 'Nhóm 5', 'Cà Văn Dơ')).toBeVisible()
  await expect(chip(other, 'Nhóm 5', 'Cà Văn Dơ')).toBeVisible()
  await expect(thread(other, 'Đồng chí ở gần nhóm này.')).toBeHidden()
  await panel(other).getByRole('tab', { name: 'Đã xong' }).click()
  await expect(thread(other, 'Đồng chí ở gần nhóm này.')).toContainText(
    `${secretary.fullName} đã nhận`,
  )

  // The way back takes the change and the acceptance with it, at everybody's.
  await messages(desk).getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(chip(other, 'Nhóm 5', 'Cà Văn Dơ')).toBeHidden()
  await panel(other)
    .getByRole('tab', { name: /^Chưa xong/ })
    .click()
  await expect(thread(other, 'Đồng chí ở gần nhóm này.')).toBeVisible()

  // A reply reaches the phone; resolving takes the thread out of the open ones there.
  const asked = thread(desk, 'xem sớm.')
  await asked.getByRole('button', { name: 'Trả lời' }).click()
  await asked.getByRole('combobox', { name: 'Viết trả lời' }).fill('Tôi xem rồi.')
  await desk.keyboard.press('Control+Enter')
  await expect(thread(phone, 'Tôi xem rồi.')).toBeVisible()
  await asked.getByRole('button', { name: 'Xong', exact: true }).click()
  await expect(thread(phone, 'Tôi xem rồi.')).toBeHidden()
})
