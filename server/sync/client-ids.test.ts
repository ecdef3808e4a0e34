import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { postgresLog } from '../log/postgres-log.ts'
import { step2Frame } from './frames.ts'
import { type Author, joined, newAuthor } from './testing/late-stage.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let an: SignedIn
let binh: SignedIn

beforeAll(async () => {
  stage = await openStage()
  an = await stage.signIn('committee')
  binh = await stage.signIn('committee')
})
afterAll(() => stage.close())

/** Sends one frame as this person and tells how it was answered. */
async function send(node: Node, person: SignedIn, frame: Uint8Array) {
  const socket = await joined(node, stage.room, person)
  socket.send(frame)
  await expect.poll(() => socket.decided()).toBe(1)
  socket.close()
  return socket.refused().map(({ reason }) => reason)
}

/** The same client id and clock, as a document that was copied, or a forger, would go on with them. */
function goingOn(work: Author, memberId: string): Uint8Array {
  const copy = newAuthor(1)
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(work.doc))
  // Yjs itself would take another id when it sees its own in use.
  copy.doc.clientID = work.doc.clientID
  copy.move(memberId)
  return step2Frame(Y.encodeStateAsUpdate(copy.doc))
}

async function claims(clientId: number) {
  const found = await stage.database.prisma.planClient.findMany({
    where: { clientId: BigInt(clientId) },
  })
  return found.map(({ personId }) => personId)
}

describe('a Yjs client id belongs to whoever first wrote with it', () => {
  it.each([
    { with: 'rows', snapshot: false },
    { with: 'a snapshot', snapshot: true },
  ])('[G2] after a restart too, loaded from $with', async ({ snapshot }) => {
    const work = newAuthor(snapshot ? 6001 : 6002)
    const before = await stage.openNode()
    expect(await send(before, an, work.move('m1'))).toEqual([])
    await before.close()
    const plan = await stage.database.prisma.plan.findFirstOrThrow()
    if (snapshot) expect(await postgresLog(stage.database.pool).snapshot(plan.id)).toBe(true)

    const after = await stage.openNode()
    const rows = await stage.database.prisma.planUpdate.count()
    expect(await send(after, binh, goingOn(work, 'stolen'))).toEqual(['invalid'])
    expect(await stage.database.prisma.planUpdate.count()).toBe(rows)
    expect(await claims(work.doc.clientID)).toEqual([an.personId])
    // What is known already is nobody's to refuse, and its owner goes on.
    expect(await send(after, binh, step2Frame(Y.encodeStateAsUpdate(work.doc)))).toEqual([])
    expect(await send(after, an, goingOn(work, 'own'))).toEqual([])
    await after.close()
  })

  it('[G2] on every node, also one that has heard of nothing', async () => {
    const deaf = { listens: false, limits: { pollEveryMs: 3_600_000 } }
    const [here, there] = [await stage.openNode(deaf), await stage.openNode(deaf)]
    // Both have the plan open before anything is claimed.
    const sitting = await joined(there, stage.room, binh)
    const work = newAuthor(6003)
    expect(await send(here, an, work.move('m1'))).toEqual([])
    const thief = newAuthor(6003)
    thief.move('stolen')
    thief.move('stolen-too')
    const stolen = step2Frame(Y.encodeStateAsUpdate(thief.doc))
    expect(await send(there, binh, stolen)).toEqual(['invalid'])
    expect(await claims(6003)).toEqual([an.personId])
    expect(await send(there, an, goingOn(work, 'own'))).toEqual([])
    sitting.close()
  })

  it('[G2] of two who claim it at once on two nodes one has it, and only their rows are there', async () => {
    const deaf = { listens: false, limits: { pollEveryMs: 3_600_000 } }
    const [here, there] = [await stage.openNode(deaf), await stage.openNode(deaf)]
    let refused = 0
    for (let n = 0; n < 10; n += 1) {
      const [one, longer] = [newAuthor(6100 + n), newAuthor(6100 + n)]
      one.move(`an${n}`)
      for (const part of ['a', 'b']) longer.move(`binh${n}${part}`)
      const [, answer] = await Promise.all([
        send(here, an, step2Frame(Y.encodeStateAsUpdate(one.doc))),
        send(there, binh, step2Frame(Y.encodeStateAsUpdate(longer.doc))),
      ])
      const isFirst = answer.length === 0
      if (!isFirst) refused += 1
      expect(answer).toEqual(isFirst ? [] : ['invalid'])
      expect(await claims(6100 + n)).toEqual([isFirst ? binh.personId : an.personId])
    }
    const rows = await stage.database.prisma.planUpdate.count({ where: { author: binh.personId } })
    expect(rows).toBe(10 - refused)
  })
})
