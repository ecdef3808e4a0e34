// What no page of ours sends: acts and frames made by hand, and sums that tell whether anything came of them.
import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { formatRoom } from '#domain/rooms.ts'
import { frameType } from '#domain/wire.ts'
import type { Database } from '#server/db/database.ts'
import { step1Frame, updateFrame } from '#server/sync/frames.ts'
import { expect } from './fixtures.ts'
import type { RightsScene } from './rights-scene.ts'

/** What a cadre could try on others' words, on what editors and members do, and on a branch not followed. */
export function handMadeActs({ branchId, strangeBranchId, month, ...ids }: RightsScene) {
  const act = (kind: string, more: object) => ({ id: randomUUID(), kind, ...more })
  const words = { body: 'x', mentions: [] }
  const report = { outcome: 'done', figure: null, reason: null, next: null }
  return [
    act('edit', { commentId: ids.othersComment, ...words }),
    act('delete', { commentId: ids.othersComment }),
    act('reply', { threadId: ids.thread, ...words, authorId: ids.memberId }),
    act('settle', { threadId: ids.thread, state: 'accepted' }),
    act('take', { reportId: ids.othersReport, taken: true }),
    act('report', { branchId, month, taskId: ids.task, ...report }),
    act('begin', {
      branchId: strangeBranchId,
      month,
      threadId: randomUUID(),
      place: { kind: 'plan' },
      change: null,
      ...words,
    }),
    act('finalise', { branchId, month }),
  ]
}

/** Sums of every row that says what a plan holds, what was said about it, and who may do what. */
export async function everything({ pool }: Database): Promise<unknown> {
  const tables = [
    ...['plan', 'plan_update', 'late_edit', 'plan_advice', 'thread', 'comment', 'proposal'],
    ...['mention', 'task_report', 'notice', 'member', 'role'],
  ]
  const sums = tables.map(
    (table) =>
      `(select md5(string_agg(t::text, ';' order by t::text)) from ${table} t) as "${table}"`,
  )
  return (await pool.query(`select ${sums.join(', ')}`)).rows[0]
}

/** An assignment on the socket of the cadre's branch, and a knock at a branch that the cadre does not follow. */
export async function writeByHand(
  scene: RightsScene,
  baseURL: string,
  headers: Record<string, string>,
) {
  const seen: { own?: string; strange?: number } = {}
  const room = (branchId: string) =>
    `${baseURL.replace('http', 'ws')}/sync/${formatRoom({ branchId, month: scene.month, epoch: 1 })}`
  const doc = new Y.Doc()
  assignMember(doc, {
    memberId: scene.memberId,
    target: { kind: 'group', id: scene.othersGroup },
  })
  const own = new WebSocket(room(scene.branchId), { headers })
  own.on('open', () => {
    own.send(step1Frame(Uint8Array.of(0)))
    own.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  })
  own.on('message', (data: Buffer) => {
    if (data[0] === frameType.refused) seen.own = 'refused'
  })
  const strange = new WebSocket(room(scene.strangeBranchId), { headers })
  strange.on('close', (code) => {
    seen.strange = code
  })
  await expect.poll(() => Object.keys(seen).length).toBe(2)
  own.close()
  return seen
}
