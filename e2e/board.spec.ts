import type { Page } from '@playwright/test'
import { monthAt } from '#domain/months.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import {
  boardsAt,
  card,
  carry,
  carryByFinger,
  chip,
  clickAt,
  groups,
  messages,
  rail,
  row,
  spoken,
  sum,
  tapInto,
  watchForChip,
} from './board-page.ts'
import { copyBranch } from './copied-branch.ts'
import { test as base, expect, type MadePerson } from './fixtures.ts'
import { clippedWords, seriousFaults, smallTargets } from './page-faults.ts'

/** A branch like Na Tông 1 that only this test knows, and people of it at their browsers. */
interface Branch {
  id: string
  /** One page per role, each with the board open, cards by number. */
  boards: (...roles: readonly RoleName[]) => Promise<[Page, Page, Page]>
  nameOf: (role: RoleName) => string
}

const test = base.extend<{ branch: Branch }>({
  branch: async ({ database, newPerson, openAs }, use) => {
    const { id, name } = await copyBranch(database, 'Chi bộ bản Na Tông 1')
    const people = new Map<RoleName, MadePerson>()
    await use({
      id,
      nameOf: (role) => people.get(role)?.fullName ?? '',
      async boards(...roles) {
        for (const role of roles) people.set(role, await newPerson({ role, unit: name }))
        const usernames = roles.map((role) => people.get(role)?.username ?? '')
        return boardsAt(openAs, usernames, id, monthAt(Date.now()))
      },
    })
  },
})

/** The sentences of one carry by keyboard, as screen readers get them. */
const carrying = {
  vi: {
    order: 'Sắp theo',
    byNumber: 'Theo số nhóm',
    grip: 'Kéo Vì Văn Quân',
    pickedUp: 'Đã cầm Vì Văn Quân, chưa đặt vào đâu.',
    overFirst: 'Vì Văn Quân trên Nhóm 1: Phù hợp, 1/2.',
    overSecond: 'Vì Văn Quân trên Nhóm 2: Phù hợp, 1/2.',
    overBelow: 'Vì Văn Quân trên Nhóm 5: Phù hợp, 1/2.',
    cancelled: 'Đã thôi. Vì Văn Quân vẫn như cũ.',
    dropped: 'Đã phân công Vì Văn Quân vào Nhóm 5. Nhóm 5 có 1 người.',
  },
  en: {
    order: 'Order',
    byNumber: 'By number',
    grip: 'Carry Vì Văn Quân',
    pickedUp: 'Picked up Vì Văn Quân, who is in no group by this.',
    overFirst: 'Vì Văn Quân over Nhóm 1: Fits, 1/2.',
    overSecond: 'Vì Văn Quân over Nhóm 2: Fits, 1/2.',
    overBelow: 'Vì Văn Quân over Nhóm 5: Fits, 1/2.',
    cancelled: 'Let go. Nothing changed for Vì Văn Quân.',
    dropped: 'Vì Văn Quân is now in charge of Nhóm 5. Nhóm 5 has 1 person.',
  },
} as const

test.describe('assigning', () => {
  test('by dragging a name onto a group; the others see it, the toast takes it back', async ({
    branch,
  }) => {
    const [mine, theirs] = await branch.boards('secretary', 'deputy')
    await carry(mine, row(mine, 'Hoàng Thị Nga'), card(mine, 'Nhóm 5'))
    await expect(card(mine, 'Nhóm 5')).toContainText('sẽ có 1 người')
    await expect(card(mine, 'Nhóm 5')).toContainText('Phù hợp')
    await mine.mouse.up()
    await expect(messages(mine)).toContainText(
      'Đã phân công Hoàng Thị Nga vào Nhóm 5. Nhóm 5 có 1 người.',
    )
    await expect(chip(theirs, 'Nhóm 5', 'Hoàng Thị Nga')).toBeVisible()
    await expect(sum(theirs)).toContainText('1 phụ trách nhóm hộ')

    await carry(mine, chip(mine, 'Nhóm 5', 'Hoàng Thị Nga'), card(mine, 'Nhóm 6'))
    await mine.mouse.up()
    await expect(messages(mine)).toContainText('Đã chuyển Hoàng Thị Nga từ Nhóm 5 sang Nhóm 6.')
    await expect(chip(theirs, 'Nhóm 6', 'Hoàng Thị Nga')).toBeVisible()

    await carry(mine, chip(mine, 'Nhóm 6', 'Hoàng Thị Nga'), rail(mine))
    await mine.mouse.up()
    await expect(chip(theirs, 'Nhóm 6', 'Hoàng Thị Nga')).toBeHidden()
    await messages(mine).getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(chip(theirs, 'Nhóm 6', 'Hoàng Thị Nga')).toBeVisible()
  })

  test('by a tap on the name and a tap on the group; Esc lets go', async ({ branch }) => {
    const [page] = await branch.boards('secretary')
    const name = row(page, 'Lò Thị Hồng').getByRole('button', { name: 'Lò Thị Hồng', exact: true })
    await name.click()
    await expect(groups(page)).toContainText('Đang chọn Lò Thị Hồng')
    await page.keyboard.press('Escape')
    await expect(groups(page)).not.toContainText('Đang chọn')
    await tapInto(page, 'Lò Thị Hồng', 'Nhóm 7')
    await expect(sum(page)).toContainText('1 phụ trách nhóm hộ')
  })

  test('by the menu and its searched list, with the keyboard alone', async ({ branch }) => {
    const [page] = await branch.boards('secretary')
    await page.getByRole('button', { name: 'Việc với Cà Văn Cường' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Phân công vào…' })).toBeFocused()
    await page.keyboard.press('Enter')
    const search = page.getByRole('combobox', { name: 'Tìm nhóm, hoặc tên người phụ trách' })
    await expect(search).toBeFocused()
    await page.keyboard.type('nhom 12')
    await expect(page.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(chip(page, 'Nhóm 12', 'Cà Văn Cường')).toBeVisible()
  })

  for (const [language, words] of Object.entries(carrying)) {
    test(`by carrying with the keyboard, told in ${language}`, async ({ branch }) => {
      const [page] = await branch.boards('secretary')
      await page.context().addCookies([{ name: 'lang', value: language, url: page.url() }])
      await page.reload()
      await expect(sum(page)).toBeVisible()
      await page.getByRole('combobox', { name: words.order }).click()
      await page.getByRole('option', { name: words.byNumber }).click()
      await page.getByRole('button', { name: words.grip }).focus()
      await page.keyboard.press('Space')
      await expect(spoken(page)).toHaveText(words.pickedUp)
      await page.keyboard.press('ArrowRight')
      await expect(spoken(page)).toHaveText(words.overFirst)
      await page.keyboard.press('ArrowRight')
      await expect(spoken(page)).toHaveText(words.overSecond)
      await page.keyboard.press('Escape')
      await expect(spoken(page)).toHaveText(words.cancelled)
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowDown')
      await expect(spoken(page)).toHaveText(words.overBelow)
      await page.keyboard.press('Enter')
      await expect(messages(page)).toContainText(words.dropped)
      await expect(chip(page, 'Nhóm 5', 'Vì Văn Quân')).toBeVisible()
    })
  }

  test('by keys that come in one breath, before the page has drawn what the first one did', async ({
    branch,
  }) => {
    const [page] = await branch.boards('secretary')
    await expect(sum(page)).toBeVisible()
    await page.getByRole('button', { name: carrying.vi.grip }).evaluate((grip) => {
      grip.focus()
      for (const code of ['Space', 'ArrowRight']) {
        grip.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }))
      }
    })
    await expect(spoken(page)).toHaveText(/^Vì Văn Quân trên Nhóm/)
    await page.keyboard.press('Escape')
    await expect(spoken(page)).toHaveText(carrying.vi.cancelled)
  })

  test('never by accident when a reason stands against it', async ({ branch }) => {
    const [page] = await branch.boards('secretary')
    await carry(page, row(page, 'Phạm Quốc Tủa'), card(page, 'Nhóm 5'))
    await expect(card(page, 'Nhóm 5')).toContainText('Có lý do')
    await page.mouse.up()
    const question = page.getByRole('dialog', { name: 'Phạm Quốc Tủa đang miễn công tác' })
    await expect(question.getByRole('button', { name: 'Không phân công' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question).toBeHidden()
    await expect(chip(page, 'Nhóm 5', 'Phạm Quốc Tủa')).toBeHidden()

    await carry(page, row(page, 'Phạm Quốc Tủa'), card(page, 'Nhóm 5'))
    await page.mouse.up()
    await question.getByRole('radio', { name: /^Giữ lý do/ }).check()
    await question.getByRole('button', { name: 'Vẫn phân công vào Nhóm 5' }).click()
    await expect(chip(page, 'Nhóm 5', 'Phạm Quốc Tủa')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Cần xử lý' })).toBeVisible()
  })
})

test.describe('together', () => {
  test('a move is seen by the other at once', async ({ branch }) => {
    const [mine, theirs] = await branch.boards('secretary', 'deputy')
    await tapInto(mine, 'Hoàng Thị Nga', 'Nhóm 1')
    await expect(chip(theirs, 'Nhóm 1', 'Hoàng Thị Nga')).toBeVisible()
    const took: number[] = []
    for (let turn = 0; turn < 20; turn += 1) {
      const [from, to] = turn % 2 === 0 ? ['Nhóm 1', 'Nhóm 2'] : ['Nhóm 2', 'Nhóm 1']
      await chip(mine, from, 'Hoàng Thị Nga')
        .getByRole('button', { name: 'Hoàng Thị Nga', exact: true })
        .click()
      const put = card(mine, to).getByRole('button', { name: /^Phân công Hoàng Thị Nga/ })
      const seen = await watchForChip(theirs, to)
      const clicked = await clickAt(mine, put)
      took.push((await seen()) - clicked)
    }
    const median = took.toSorted((a, b) => a - b)[10]
    process.stdout.write(
      `a move at the other browser: median ${median} ms of 20 (most ${Math.max(...took)})\n`,
    )
    expect(took).toHaveLength(20)
  })

  test('one chip carried by two people ends in one place, and each is told', async ({
    branch,
    database,
  }) => {
    const pages = await branch.boards('secretary', 'deputy', 'committee')
    const [one, two, third] = pages
    await tapInto(one, 'Lò Văn Quân', 'Nhóm 1')
    for (const page of pages) await expect(chip(page, 'Nhóm 1', 'Lò Văn Quân')).toBeVisible()
    await carry(one, chip(one, 'Nhóm 1', 'Lò Văn Quân'), card(one, 'Nhóm 5'))
    await carry(two, chip(two, 'Nhóm 1', 'Lò Văn Quân'), card(two, 'Nhóm 6'))
    // Nothing is committed, so neither can see the other's move before making the own.
    const holder = await database.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from plan where branch_id = $1 for update', [branch.id])
    await Promise.all([one.mouse.up(), two.mouse.up()])
    for (const page of [one, two]) await expect(messages(page)).toContainText('Đã chuyển')
    await holder.query('commit')
    holder.release()
    for (const page of [one, two]) {
      await expect(messages(page)).toContainText(/cùng lúc chuyển Lò Văn Quân/)
    }
    const placesOf = (page: Page) =>
      groups(page)
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading') })
        .filter({ has: page.getByRole('listitem').filter({ hasText: 'Lò Văn Quân' }) })
        .getByRole('heading')
        .allTextContents()
    await expect.poll(() => placesOf(third)).toHaveLength(1)
    const place = await placesOf(third)
    expect(await placesOf(one)).toEqual(place)
    expect(await placesOf(two)).toEqual(place)
  })

  test('everyone sees who moves whom, from where and to where', async ({ branch }) => {
    const [mine, theirs] = await branch.boards('secretary', 'deputy')
    await tapInto(mine, 'Phạm Quốc Quang', 'Nhóm 6')
    await expect(chip(theirs, 'Nhóm 6', 'Phạm Quốc Quang')).toBeVisible()
    await carry(mine, chip(mine, 'Nhóm 6', 'Phạm Quốc Quang'), card(mine, 'Nhóm 7'))
    await expect(card(theirs, 'Nhóm 7')).toContainText(`${branch.nameOf('secretary')} đang chuyển`)
    await expect(card(theirs, 'Nhóm 7')).toContainText('sẽ có 1 người')
    await expect(chip(theirs, 'Nhóm 6', 'Phạm Quốc Quang')).toContainText('Nhóm 7')
    await expect(row(theirs, 'Phạm Quốc Quang')).toContainText(/6\s*7/)
    await mine.keyboard.press('Escape')
    await mine.mouse.up()
    await expect(card(theirs, 'Nhóm 7')).not.toContainText('đang chuyển')
    await expect(chip(mine, 'Nhóm 6', 'Phạm Quốc Quang')).toBeVisible()
  })

  test('undo takes back what one did oneself and nothing else', async ({ branch }) => {
    const [mine, theirs] = await branch.boards('secretary', 'deputy')
    await tapInto(mine, 'Cà Văn Dơ', 'Nhóm 8')
    await tapInto(theirs, 'Vì Thị Ún', 'Nhóm 9')
    await expect(chip(mine, 'Nhóm 9', 'Vì Thị Ún')).toBeVisible()
    await mine.keyboard.press('Control+z')
    await expect(chip(mine, 'Nhóm 8', 'Cà Văn Dơ')).toBeHidden()
    await mine.keyboard.press('Control+z')
    await expect(chip(theirs, 'Nhóm 8', 'Cà Văn Dơ')).toBeHidden()
    await expect(chip(mine, 'Nhóm 9', 'Vì Thị Ún')).toBeVisible()
    await mine.keyboard.press('Control+Shift+z')
    await expect(chip(theirs, 'Nhóm 8', 'Cà Văn Dơ')).toBeVisible()
    await rail(mine).getByRole('searchbox').fill('ca')
    await mine.keyboard.press('Control+z')
    await expect(chip(theirs, 'Nhóm 8', 'Cà Văn Dơ')).toBeVisible()
    await mine.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await expect(chip(theirs, 'Nhóm 8', 'Cà Văn Dơ')).toBeHidden()
  })

  test('a reason with its day changes the sum on every screen', async ({ branch }) => {
    const [mine, theirs] = await branch.boards('secretary', 'deputy')
    await expect(sum(theirs)).toContainText('15 chưa rõ lý do')
    await mine.getByRole('button', { name: 'Việc với Lèo Văn Hùng' }).focus()
    await mine.keyboard.press('Enter')
    await mine.getByRole('menuitem', { name: 'Ghi lý do…' }).click()
    const dialog = mine.getByRole('dialog', { name: 'Lý do không phân công Lèo Văn Hùng' })
    await dialog.getByRole('radio', { name: /^Tạm vắng/ }).check()
    await dialog.getByRole('textbox', { name: /^Đến ngày/ }).fill('31/02/2097')
    await dialog.getByRole('button', { name: 'Ghi lý do' }).click()
    await expect(dialog).toContainText('Không có ngày này.')
    await dialog.getByRole('textbox', { name: /^Đến ngày/ }).fill('31/3/97')
    await dialog.getByRole('button', { name: 'Ghi lý do' }).click()
    await expect(dialog).toBeHidden()
    for (const page of [mine, theirs]) {
      await expect(sum(page)).toContainText('1 tạm vắng')
      await expect(sum(page)).toContainText('14 chưa rõ lý do')
      await expect(sum(page)).toContainText('cộng khớp danh sách')
      await expect(row(page, 'Lèo Văn Hùng')).toContainText('tạm vắng đến 31/03/2097')
    }
    await sum(theirs).getByRole('button', { name: '1 tạm vắng' }).click()
    await expect(rail(theirs).getByRole('listitem')).toHaveCount(1)

    await mine.getByRole('button', { name: 'Việc với Lèo Văn Hùng' }).focus()
    await mine.keyboard.press('Enter')
    await mine.getByRole('menuitem', { name: 'Sửa lý do…' }).click()
    await dialog.getByRole('button', { name: 'Bỏ lý do' }).click()
    await expect(sum(theirs)).toContainText('15 chưa rõ lý do')
  })
})

test.describe('looking', () => {
  test('finds a name without its marks', async ({ branch, database }) => {
    await database.prisma.member.updateMany({
      where: { branchId: branch.id, fullName: 'Quàng Thị Mai' },
      data: { fullName: 'Đỗ Thị Mai' },
    })
    const [page] = await branch.boards('secretary')
    const search = rail(page).getByRole('searchbox')
    await search.fill('do thi')
    await expect(rail(page).getByRole('listitem')).toHaveText([/Đỗ Thị Mai/])
    await search.fill('tua')
    await expect(rail(page).getByRole('listitem')).toHaveText([/Phạm Quốc Tủa/])
  })

  test('leads from what needs attention to the place', async ({ branch }) => {
    const [page] = await branch.boards('secretary')
    const needs = page.getByRole('region', { name: 'Cần xử lý' })
    await needs.getByRole('button', { name: /^\+\d+ nữa$/ }).click()
    await page.getByRole('menuitem', { name: /^Nhóm 17/ }).click()
    await expect(card(page, 'Nhóm 17')).toBeInViewport()
    await expect(card(page, 'Nhóm 17').getByRole('button').first()).toBeFocused()
  })

  test('opens a group with its households', async ({ branch }) => {
    const [page] = await branch.boards('secretary')
    await card(page, 'Nhóm 1').getByRole('button', { name: 'Nhóm 1', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Nhóm 1' })
    await expect(panel).toContainText('Quàng Thị Anh')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  })

  test('a cadre sees the same board without handles and without households', async ({ branch }) => {
    const [, page] = await branch.boards('secretary', 'cadre')
    await expect(page.getByText('Đồng chí có quyền góp ý')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Kéo / })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0)
    await card(page, 'Nhóm 1').getByRole('button', { name: 'Nhóm 1', exact: true }).click()
    const panel = page.getByRole('dialog', { name: 'Nhóm 1' })
    await expect(panel).toContainText('không xem danh sách hộ')
    await expect(panel).not.toContainText('Quàng Thị Anh')
  })

  test('a school assigns its teachers to hamlets by field', async ({
    openAs,
    newPerson,
    branchOf,
    freshMonth,
  }) => {
    const { username } = await newPerson({ role: 'secretary', unit: 'Chi bộ Trường THCS' })
    const [branch, month] = [await branchOf(username), await freshMonth(username)]
    const [page] = await boardsAt(openAs, [username], branch, month)
    await carry(page, row(page, 'Hoàng Thị Huệ'), card(page, 'Na Sang'))
    await page.mouse.up()
    await expect(chip(page, 'Na Sang', 'Hoàng Thị Huệ')).toBeVisible()
    await expect(row(page, 'Hoàng Thị Huệ')).toContainText('Na Sang')
    await expect(sum(page)).toContainText('7 theo lĩnh vực')
  })
})

test.describe('in one hand', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('lists and sheets; assigned by taps', async ({ branch }) => {
    const [page] = await branch.boards('secretary')
    await expect(page.getByRole('button', { name: /^Kéo / })).toHaveCount(0)
    await page.getByRole('button', { name: /^Nhóm 7 / }).click()
    await page.getByRole('button', { name: 'Thêm đảng viên…' }).click()
    await page.getByRole('option', { name: /^Lò Thị Hồng/ }).click()
    await expect(page.getByRole('button', { name: /^Nhóm 7 .*Lò Thị Hồng/ })).toBeVisible()
    await page.getByRole('tab', { name: /^Đảng viên/ }).click()
    await page.getByRole('button', { name: /^Cà Văn Cường/ }).click()
    await page.getByRole('button', { name: 'Phân công vào…' }).click()
    await page.getByRole('option', { name: /^Nhóm 9/ }).click()
    await expect(page.getByRole('button', { name: /^Cà Văn Cường.*Nhóm 9/ })).toBeVisible()
    await page.getByRole('tab', { name: /^Nhóm hộ/ }).click()
    expect(await smallTargets(page)).toEqual([])
  })
})

test.describe('with a finger, on a tablet', () => {
  test.use({ viewport: { width: 1180, height: 820 }, hasTouch: true })

  test('carried by the grip at once', async ({ branch }) => {
    const [page, other] = await branch.boards('secretary', 'committee')
    const grip = row(page, 'Vì Văn Quân').getByRole('button', { name: 'Kéo Vì Văn Quân' })
    const lift = await carryByFinger(page, grip, card(page, 'Nhóm 2'))
    await expect(card(page, 'Nhóm 2')).toContainText('Phù hợp')
    await lift()
    await expect(chip(page, 'Nhóm 2', 'Vì Văn Quân')).toBeVisible()
    await expect(chip(other, 'Nhóm 2', 'Vì Văn Quân')).toBeVisible()
  })

  test('carried by the row after a rest; a quick stroke scrolls and carries nothing', async ({
    branch,
  }) => {
    const [page] = await branch.boards('secretary')
    const name = row(page, 'Vì Văn Quân').getByRole('button', { name: 'Vì Văn Quân', exact: true })
    const swipe = await carryByFinger(page, name, card(page, 'Nhóm 2'))
    await expect(card(page, 'Nhóm 2')).not.toContainText('Phù hợp')
    await swipe()
    await expect(chip(page, 'Nhóm 2', 'Vì Văn Quân')).toHaveCount(0)
    const lift = await carryByFinger(page, name, card(page, 'Nhóm 2'), 600)
    await expect(card(page, 'Nhóm 2')).toContainText('Phù hợp')
    await lift()
    await expect(chip(page, 'Nhóm 2', 'Vì Văn Quân')).toBeVisible()
  })
})

test.describe('for every eye', () => {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${size.width}x${size.height}, ${colorScheme}`, async ({ branch }) => {
        const [page] = await branch.boards('secretary')
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize(size)
        await expect(sum(page)).toBeVisible()
        expect(await seriousFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          size.width,
        )
        expect(await clippedWords(page)).toEqual([])
        const group =
          size.width < 640
            ? page.getByRole('tabpanel').getByRole('button', { name: /^Nhóm 1 / })
            : card(page, 'Nhóm 1').getByRole('button', { name: 'Nhóm 1', exact: true })
        await group.click()
        await expect(page.getByRole('dialog', { name: 'Nhóm 1' })).toContainText('Quàng Thị Anh')
        expect(await seriousFaults(page)).toEqual([])
        await page.getByRole('button', { name: 'Thêm đảng viên…' }).click()
        await expect(page.getByRole('option').first()).toBeVisible()
        expect(await seriousFaults(page)).toEqual([])
      })
    }
  }
})
