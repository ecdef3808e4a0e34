// What the page of finalising does, without the page.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { dayAt } from '#domain/days.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import { expect } from './fixtures.ts'

export interface MonthOfBranch {
  readonly branchId: string
  readonly month: string
}

/** One act on a month's record, of whoever `request` is signed in as; `origin` is the house. */
export async function recordAct(
  request: APIRequestContext,
  origin: string,
  plan: MonthOfBranch,
  act: object,
): Promise<void> {
  const answer = await request.post(`${origin}/api/record`, {
    headers: { origin },
    data: { ...plan, ...act },
  })
  expect(await answer.json()).toEqual({ ok: true })
}

/** Holds the meeting today and makes the month final as it is; returns the record's id. */
export async function finalise(
  request: APIRequestContext,
  origin: string,
  plan: MonthOfBranch,
): Promise<string> {
  const recordId = randomUUID()
  const heldOn = dayAt(Date.now())
  await recordAct(request, origin, plan, {
    ...{ kind: 'meeting', heldOn, present: 15, voters: 15, inFavour: 15 },
  })
  const { branchId, month } = plan
  const desk = await request.get(`${origin}/api/record?branch=${branchId}&month=${month}`)
  const { contentSha256: sha256 } = (await desk.json()) as RecordDesk
  await recordAct(request, origin, plan, { kind: 'finalise', recordId, sha256 })
  return recordId
}
