// A page is there before its script, by seconds on a weak line: what somebody does in between counts.
import type { Page } from '@playwright/test'
import { expect, phone, said, test } from './light-page.ts'

test.describe('on a phone', () => {
  test.use({ ...phone, serviceWorkers: 'block' })

  test('[Q48] of two choices the later one counts when the script comes', async ({
    hamlet,
    page,
    signIn,
  }) => {
    await signIn(page, hamlet.member.username)
    const letIn = await openWithoutScript(page, `${hamlet.address}/tasks/${hamlet.member.taskId}`)
    await page.getByRole('radio', { name: 'Làm được một phần' }).check()
    await page.getByRole('radio', { name: 'Chưa làm được' }).check()
    await expect(page.getByText('Vì sao chưa làm được')).toBeHidden()
    await letIn()
    await expect(page.getByRole('radio', { name: 'Chưa làm được' })).toBeChecked()
    await expect(page.getByRole('radio', { name: 'Làm được một phần' })).not.toBeChecked()
    await page.getByRole('radio', { name: 'thời tiết' }).check()
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(page.getByText(/^đã báo \d\d:\d\d$/)).toBeVisible()
  })

  test('[Q48] words that were written and sent are said once', async ({ hamlet, page, signIn }) => {
    await signIn(page, hamlet.cadre.username)
    const letIn = await openWithoutScript(page, `${hamlet.address}/groups/${hamlet.groupId}`)
    const words = 'Nhóm 7 nên có hai người.'
    await page.getByRole('textbox', { name: 'Viết góp ý' }).fill('Nhóm 7')
    await page.getByRole('textbox', { name: 'Viết góp ý' }).fill(words)
    // Grey until the script knows of the words; who presses means it all the same.
    await page.getByRole('button', { name: 'Gửi', exact: true }).click({ force: true })
    // A form without a script would have loaded the page anew, without the words.
    await expect(page.getByRole('textbox', { name: 'Viết góp ý' })).toHaveValue(words)
    await expect(said(page, words)).toHaveCount(0)
    await letIn()
    await expect(said(page, words)).toHaveCount(1)
    await expect(page.getByRole('textbox', { name: 'Viết góp ý' })).toHaveValue('')
    await expect(page.getByText('chờ gửi')).toHaveCount(0)
    await page.reload()
    await expect(said(page, words)).toHaveCount(1)
  })

  test('[Q48] a word that is being composed while the script comes stays whole', async ({
    hamlet,
    page,
    signIn,
  }) => {
    await signIn(page, hamlet.cadre.username)
    const letIn = await openWithoutScript(page, `${hamlet.address}/groups/${hamlet.groupId}`)
    const field = page.getByRole('textbox', { name: 'Viết góp ý' })
    await field.focus()
    await expect(field).toBeFocused()
    const line = await page.context().newCDPSession(page)
    const compose = (text: string) =>
      line.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    await compose('Nho')
    await letIn()
    // Said by the script.
    await expect(page.getByText('Chưa có góp ý nào ở đây.')).toBeVisible()
    await compose('Nhó')
    await compose('Nhóm')
    await line.send('Input.insertText', { text: 'Nhóm' })
    await page.keyboard.type(' 7')
    await expect(field).toHaveValue('Nhóm 7')
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(said(page, 'Nhóm 7')).toHaveCount(1)
  })
})

test('[Q48] a menu that was pressed opens, and a line says that something waits', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'vanphong')
  const letIn = await openWithoutScript(page, '/')
  expect(await waits(page)).toBe(false)
  await page.getByRole('banner').getByRole('button').last().click()
  expect(await waits(page)).toBe(true)
  await expect(page.getByRole('menu')).toBeHidden()
  await letIn()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await waits(page)).toBe(false)
})

test('[Q48] signing out that was pressed is done', async ({ page, newPerson, signIn }) => {
  const { username } = await newPerson({ role: 'secretary' })
  await signIn(page, username)
  const letIn = await openWithoutScript(page, '/account')
  const leave = page.getByRole('main').getByRole('button', { name: 'Đăng xuất', exact: true })
  await leave.click()
  await expect(page).toHaveURL(/\/account$/)
  await letIn()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('[Q48] removing an address removes it, and two presses on a menu open it', async ({
  page,
  database,
  newPerson,
  signIn,
}) => {
  const { username, personId } = await newPerson({ role: 'secretary' })
  const { prisma } = database
  await prisma.person.update({ where: { id: personId }, data: { email: 'bi.thu@xa.vn' } })
  await signIn(page, username)
  const letIn = await openWithoutScript(page, '/account')
  await page.getByRole('button', { name: 'Bỏ địa chỉ' }).click()
  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('banner').getByRole('button').last().click()
  await letIn()
  await expect(page.getByRole('menu')).toBeVisible()
  const stored = () => prisma.person.findUniqueOrThrow({ where: { id: personId } })
  await expect.poll(async () => (await stored()).email).toBeNull()
})

/** Opens a page and keeps its scripts back. What it gives lets them in, and waits until the page lives. */
async function openWithoutScript(page: Page, address: string): Promise<() => Promise<void>> {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await gate
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return async () => {
    open()
    await page.waitForLoadState('load')
  }
}

function waits(page: Page): Promise<boolean> {
  return page.evaluate(() => getComputedStyle(document.body, '::before').position === 'fixed')
}
