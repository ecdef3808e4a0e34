// The light pages as a cadre or a member finds their way in them, on a phone.
import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { addTask } from '#domain/commands/add-task.ts'
import { monthAt } from '#domain/months.ts'
import { changePlanForTest } from '#server/roster/change-plan-for-test.ts'
import { copyBranch } from './copied-branch.ts'
import { test as base, expect, type MadePerson } from './fixtures.ts'

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

/** A branch of a spec's own with this month's plan open, and the people at it. */
interface Hamlet {
  readonly branchId: string
  readonly branchName: string
  readonly month: string
  /** The address of the plan on the light pages. */
  readonly address: string
  readonly groupId: string
  readonly secretary: MadePerson
  readonly cadre: MadePerson
  /** Somebody on the roster, with a task of theirs. */
  readonly member: MadePerson & { memberId: string; taskId: string }
}

export const test = base.extend<{ hamlet: Hamlet }>({
  hamlet: async ({ database, newPerson }, use) => {
    const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
    const at = { unit: branch.name }
    const secretary = await newPerson({ role: 'secretary', ...at })
    const cadre = await newPerson({ role: 'cadre', ...at })
    const member = await newPerson({ role: 'member', ...at })
    const { prisma } = database
    const { id: memberId } = await prisma.member.findFirstOrThrow({
      where: { branchId: branch.id },
      orderBy: { code: 'asc' },
    })
    await prisma.person.update({ where: { id: member.personId }, data: { memberId } })
    const { id: groupId } = await prisma.householdGroup.findFirstOrThrow({
      where: { hamlet: { servedBy: { some: { branchId: branch.id } } }, name: 'Nhóm 7' },
    })
    const month = monthAt(Date.now())
    const taskId = randomUUID()
    const opened = { branchId: branch.id, month, personId: secretary.personId }
    await changePlanForTest(database, opened, (doc) =>
      addTask(doc, { id: taskId, title: 'Giúp 5 hộ làm chuồng trại', doers: [memberId] }),
    )
    await use({
      branchId: branch.id,
      branchName: branch.name,
      month,
      address: `/my/${branch.id}/${month}`,
      groupId,
      secretary,
      cadre,
      member: { ...member, memberId, taskId },
    })
  },
})

export { expect }

export async function comment(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Viết góp ý' }).fill(words)
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(said(page, words)).toHaveCount(1)
}

/** The comments in which these words stand. */
export const said = (page: Page, words: string) =>
  page.getByRole('article').getByRole('listitem').filter({ hasText: words })
