// A month of a branch like Na Tông 1 that is all but ready to be finalised.
import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { setTaskDoers } from '#domain/commands/set-task-doers.ts'
import { setTaskDue } from '#domain/commands/set-task-due.ts'
import { mostGroups } from '#domain/load-of.ts'
import { monthAt } from '#domain/months.ts'
import { manyPoor } from '#domain/needs-attention.ts'
import { readPlan } from '#domain/read-plan.ts'
import type { RosterView } from '#domain/roster-view.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Database } from '#server/db/database.ts'
import { changePlanForTest } from '#server/roster/change-plan-for-test.ts'
import { readRosterView } from '#server/roster/roster-view.ts'
import { type CopiedBranch, copyBranch } from './copied-branch.ts'
import { expect, type MadePerson, type NewPersonSetting } from './fixtures.ts'

export interface FinaliseScene {
  branch: CopiedBranch
  month: string
  people: ReadonlyMap<RoleName, MadePerson>
}

/** Everything is settled but what `left` names: a group without anyone, a task by number without somebody to do it. */
export async function nearlyReady(
  database: Database,
  newPerson: (setting: NewPersonSetting) => Promise<MadePerson>,
  roles: readonly RoleName[],
  left: { group?: string; task?: number } = {},
): Promise<FinaliseScene> {
  const branch = await copyBranch(database, 'Chi bộ bản Na Tông 1')
  const people = new Map<RoleName, MadePerson>()
  for (const role of roles) people.set(role, await newPerson({ role, unit: branch.name }))
  const month = monthAt(Date.now())
  const { parentId } = await database.prisma.orgUnit.findUniqueOrThrow({ where: { id: branch.id } })
  const place = { unitId: branch.id, above: parentId === null ? [] : [parentId] }
  const roster = await readRosterView(database, place)
  const personId = people.get('secretary')?.personId ?? ''
  const at = { branchId: branch.id, month, personId }
  await changePlanForTest(database, at, (doc) => {
    assignEach(doc, roster, left.group)
    const doers = roster.members.slice(0, 1).map(({ id }) => id)
    for (const [index, { id: taskId }] of readPlan(doc).tasks.entries()) {
      setTaskDue(doc, { taskId, due: `${month}-28` })
      if (index + 1 !== left.task) setTaskDoers(doc, { taskId, doers, coDoers: [] })
    }
  })
  return { branch, month, people }
}

export function usernameOf({ people }: FinaliseScene, role: RoleName): string {
  const person = people.get(role)
  if (!person) throw new Error(`nobody is ${role}`)
  return person.username
}

/** One person for each group, two where there are many poor households; nobody gets more than they take. */
function assignEach(doc: Y.Doc, { members, groups }: RosterView, but: string | undefined): void {
  const free = members
    .filter(({ reason, field }) => reason === null && field === null)
    .flatMap((member) =>
      Array.from({ length: mostGroups(member) }, (_, turn) => ({ member, turn })),
    )
    .sort((a, b) => a.turn - b.turn)
  for (const { id, poor } of groups.filter(({ name }) => name !== but)) {
    for (const { member } of free.splice(0, poor >= manyPoor ? 2 : 1)) {
      assignMember(doc, { memberId: member.id, target: { kind: 'group', id } })
    }
  }
}

const mostPresses = 150

/** Presses Tab until something stands in focus, as somebody without a mouse does. */
export async function tabTo(
  page: Page,
  target: ReturnType<Page['locator']>,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`not reached with ${mostPresses} presses of ${key}: ${target}`)
}

/** Types into the field that Tab leads to. */
export async function fillByKeys(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: false }).first())
  await page.keyboard.type(words)
}
