// A month of a branch like Na Tông 1 that is final, and its papers.
import type { BrowserContext, Page } from '@playwright/test'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Database } from '#server/db/database.ts'
import { type FinaliseScene, nearlyReady, usernameOf } from './finalise-scene.ts'
import { expect, type MadePerson, type NewPersonSetting } from './fixtures.ts'
import { finalise } from './record-acts.ts'

export interface FinalMonth extends FinaliseScene {
  readonly recordId: string
  readonly code: string
  readonly sha256: string
}

export interface FinalMonthSetting {
  readonly database: Database
  readonly newPerson: (setting: NewPersonSetting) => Promise<MadePerson>
  readonly signIn: (at: Page | BrowserContext, username: string) => Promise<void>
  readonly baseURL: string | undefined
}

/** Made final by its secretary, as whom `context` stays signed in. */
export async function finalMonth(
  { database, newPerson, signIn, baseURL = '' }: FinalMonthSetting,
  context: BrowserContext,
  others: readonly RoleName[] = [],
): Promise<FinalMonth> {
  const scene = await nearlyReady(database, newPerson, ['secretary', ...others])
  await signIn(context, usernameOf(scene, 'secretary'))
  const plan = { branchId: scene.branch.id, month: scene.month }
  const recordId = await finalise(context.request, baseURL, plan)
  return { ...scene, recordId, ...(await proofOf(database, recordId)) }
}

/** What stands on a record's papers, by which it is confirmed. */
async function proofOf(
  { prisma }: Database,
  id: string,
): Promise<{ code: string; sha256: string }> {
  const { code, sha256 } = await prisma.planRecord.findUniqueOrThrow({ where: { id } })
  return { code, sha256: Buffer.from(sha256).toString('hex') }
}

/** How many pages a PDF has: of ours and of the browser's, the pages are not packed. */
export function pagesOf(pdf: Buffer): number {
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page(?![A-Za-z])/gu) ?? []
  expect(pages.length).toBeGreaterThan(0)
  return pages.length
}
