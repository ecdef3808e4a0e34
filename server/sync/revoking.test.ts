import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { assignMember } from '#domain/commands/assign-member.ts'
import { assignmentsOf } from '#domain/plan-doc.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { closeCode } from '#domain/wire.ts'
import { holdRow } from './testing/hold-row.ts'
import { openRaw } from './testing/raw-socket.ts'
import { openClient, type StageClient } from './testing/stage-client.ts'
import { type Node, openStage, type SignedIn, type Stage } from './testing/sync-stage.ts'

let stage: Stage
let listening: Node
let deaf: Node
const clients: StageClient[] = []
// Promised is two seconds; the machine that runs this may be busy.
const within = { timeout: 10_000 }

beforeAll(async () => {
  stage = await openStage()
  listening = await stage.openNode()
  deaf = await stage.openNode({ listens: false })
})
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})
afterAll(() => stage.close())

async function saved(node: Node, person: SignedIn): Promise<StageClient> {
  const client = openClient(node, stage.room, person)
  clients.push(client)
  await expect.poll(() => client.isSaved(), within).toBe(true)
  return client
}

type Revoke = (person: SignedIn, role: RoleName) => Promise<unknown>

const revocations: [string, number, Revoke][] = [
  [
    'the session ends',
    closeCode.signInAgain,
    ({ sessionId }) =>
      stage.database.prisma.session.update({
        where: { id: sessionId },
        data: { endedAt: new Date() },
      }),
  ],
  [
    'the session expires',
    closeCode.signInAgain,
    ({ sessionId }) =>
      stage.database.prisma.session.update({
        where: { id: sessionId },
        data: { expiresAt: new Date() },
      }),
  ],
  [
    'the person is disabled',
    closeCode.signInAgain,
    ({ personId }) =>
      stage.database.prisma.person.update({
        where: { id: personId },
        data: { disabledAt: new Date() },
      }),
  ],
  [
    'the role is taken away',
    closeCode.noRight,
    ({ personId }) => stage.database.prisma.role.deleteMany({ where: { personId } }),
  ],
  [
    'the role becomes another',
    closeCode.goingAway,
    ({ personId }, role) =>
      stage.database.prisma.role.updateMany({
        where: { personId },
        data: { role: role === 'cadre' ? 'member' : 'cadre' },
      }),
  ],
]

describe.each(['committee', 'member'] as const)('an open socket of a %s', (role) => {
  it.each(revocations)('[W8] closes when %s', async (_name, code, revoke) => {
    for (const node of [listening, deaf]) {
      const person = await stage.signIn(role)
      const client = await saved(node, person)
      await revoke(person, role)
      await expect.poll(() => client.closes, within).toContain(code)
      client.close()
    }
  })

  it('[W8] closes when it only listens', async () => {
    const person = await stage.signIn(role)
    await saved(deaf, await stage.signIn('secretary'))
    const listener = openRaw(deaf, stage.room, { cookie: person.cookie, query: '?hints=1' })
    await expect.poll(() => listener.frames.length).toBe(1)
    await stage.database.prisma.session.updateMany({
      where: { personId: person.personId },
      data: { endedAt: new Date() },
    })
    await expect.poll(() => listener.closed, within).toBe(closeCode.signInAgain)
  })
})

describe('a write on its way when the right is taken', () => {
  const takings: [string, string, (person: SignedIn) => string][] = [
    [
      'the session',
      'update session set ended_at = now() where id = $1',
      ({ sessionId }) => sessionId,
    ],
    ['the role', 'delete from role where person_id = $1', ({ personId }) => personId],
  ]
  it.each(takings)('[S2] leaves no row after the revoking commit: %s', async (what, sql, idOf) => {
    const person = await stage.signIn('committee')
    const other = await stage.signIn('secretary')
    const writer = await saved(deaf, person)
    const colleague = await saved(deaf, other)
    const plan = await stage.database.prisma.plan.findFirstOrThrow()
    const rows = await stage.database.prisma.planUpdate.count()

    // The append waits for the row while the right is taken in the very transaction that holds it.
    const held = await holdRow(stage, plan.id)
    assignMember(writer.doc, {
      memberId: `revoked-${what.slice(4)}`,
      target: { kind: 'group', id: 'g1' },
    })
    assignMember(colleague.doc, {
      memberId: `kept-${what.slice(4)}`,
      target: { kind: 'group', id: 'g1' },
    })
    await held.untilTriedFor(200)
    await held.client.query(sql, [idOf(person)])
    await held.release()

    await expect.poll(() => writer.closes.length, within).toBeGreaterThan(0)
    await expect.poll(() => colleague.isSaved(), within).toBe(true)
    const written = await stage.database.prisma.planUpdate.findMany({
      where: { planId: plan.id, seq: { gt: rows } },
    })
    expect(written.map((row) => row.author)).toEqual([other.personId])
    expect([...assignmentsOf(colleague.doc).keys()]).not.toContain(`revoked-${what.slice(4)}.0`)
  })
})
