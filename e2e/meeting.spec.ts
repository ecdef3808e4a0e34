// A new month beside the one before: what was carried over and done since, and both on a projector.
import { addTask } from '#domain/commands/add-task.ts'
import { setTaskStatus } from '#domain/commands/set-task-status.ts'
import { monthAt, shiftMonth } from '#domain/months.ts'
import { changePlanForTest } from '#server/roster/change-plan-for-test.ts'
import { copyBranch } from './copied-branch.ts'
import { expect as asked, test } from './fixtures.ts'
import { seriousFaults } from './page-faults.ts'

const expect = asked.configure({ timeout: 30_000 })
const month = monthAt(Date.now())
const before = shiftMonth(month, -1)

test('[C6] [F77] what was done since is marked and taken out by hand, and the month is shown page by page', async ({
  database,
  newPerson,
  openAs,
}) => {
  test.setTimeout(120_000)
  const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
  const secretary = await newPerson({ role: 'secretary', unit: branch.name })
  const at = { branchId: branch.id, personId: secretary.personId }
  const group = await database.prisma.householdGroup.findFirstOrThrow({
    where: { hamlet: { servedBy: { some: { branchId: branch.id } } }, name: 'Nhóm 3' },
  })
  const title = 'Đắp lại đường vào Nhóm 3'
  await changePlanForTest(database, { ...at, month: before }, (doc) =>
    addTask(doc, { id: 't1', title, place: { kind: 'groups', ids: [group.id] } }),
  )
  await changePlanForTest(database, { ...at, month }, () => undefined)
  await changePlanForTest(database, { ...at, month: before }, (doc) =>
    setTaskStatus(doc, { taskId: 't1', status: 'done' }),
  )
  const [page] = await openAs([secretary.username])
  if (!page) throw new Error('no page')
  await page.goto(`/${branch.id}/${month}/plan`)
  await expect(page.getByText(`Tháng ${Number(before.slice(5))} đã làm xong`)).toBeVisible()
  const tasks = page.getByRole('list', { name: 'Bảng phân công nhiệm vụ' }).locator('> li')
  const count = await tasks.count()
  await page.getByRole('button', { name: `Bỏ khỏi tháng này: ${title}` }).click()
  await expect(tasks).toHaveCount(count - 1)

  await page.getByRole('link', { name: 'Trình chiếu ở cuộc họp' }).click()
  await expect(page.locator('[data-meeting] h2').first()).toHaveText(/^Kế hoạch tháng/)
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-meeting] h2').first()).toHaveText(/^Kết quả tháng/)
  await expect(page.locator('[data-meeting]').getByText(title)).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('End')
  await expect(page.locator('[data-meeting]')).toContainText(/Việc \d+/)
  await page.reload()
  await expect(page.locator('[data-meeting]')).toContainText(/Việc \d+/)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/${branch.id}/${month}$`))

  await page.goto(`/${branch.id}/${month}/meeting#group-${group.id}`)
  await expect(page.locator('[data-meeting] h2').first()).toHaveText('Nhóm 3')
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('xong')
})
