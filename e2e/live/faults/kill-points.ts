// The server ends itself at a named place of its work, comes back, and everybody goes on.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { step2Frame } from '#server/sync/frames.ts'
import { type FaultLink, openFaultLink } from '#server/sync/testing/fault-link.ts'
import { joinedLate, newAuthor, openMonth } from '#server/sync/testing/late-stage.ts'
import { openStage, type Stage, stageSecret } from '#server/sync/testing/sync-stage.ts'
import { latePoint } from '#server/sync/write-point.ts'
import { type MortalServer, mortalServer } from '../mortal-server.ts'
import { type Crew, openCrew } from './crew.ts'

export interface KillStage {
  stage: Stage
  server: MortalServer
  /** The server's way to its database, and nobody else's. */
  toDatabase: FaultLink
  crew: Crew
  close(): Promise<void>
}

export async function openKillStage(seed: number): Promise<KillStage> {
  const stage = await openStage()
  const { port } = new URL(stage.databaseUrl)
  const toDatabase = await openFaultLink({ port: Number(port) })
  const through = new URL(stage.databaseUrl)
  through.port = String(toDatabase.port)
  const server = await mortalServer(through.toString(), stageSecret)
  await server.start()
  const crew = await openCrew({ stage, server, size: 4, seed })
  return {
    stage,
    server,
    toDatabase,
    crew,
    async close() {
      crew.end()
      await server.kill()
      await toDatabase.close()
      await stage.close()
    },
  }
}

/** Starts the server so that it dies at the n-th passing of `point`, and checks what it left behind. */
export async function dieAtPoint({ server, crew }: KillStage, point: string, n: number) {
  await server.kill()
  await server.start({ killAt: `${point}:${n}` })
  // Nobody killed it from outside: that it is gone proves that the place was reached.
  expect(await server.gone(), `died at ${point}:${n}`).toBe('SIGKILL')
  await crew.checkStored()
}

/**
 * Dies once it has stored what somebody wrote too late, and before it told them so: they send it again, and it is the
 * late edit that is there. `ahead` is a month that nobody has opened.
 */
export async function dieKeepingLateEdit({ stage, server, crew }: KillStage, ahead: number) {
  const person = await stage.signIn('committee')
  await server.kill()
  await server.start({ killAt: `${latePoint}:1` })
  const month = await openMonth(stage, server, person, ahead)
  await month.finalise()
  const an = newAuthor(9_000 + ahead)
  const late = await joinedLate(server, month, person)
  late.send(an.move('m1'))
  expect(await server.gone(), `died at ${latePoint}`).toBe('SIGKILL')
  expect(late.refused()).toEqual([])
  const kept = await month.kept()
  expect(kept).toMatchObject([{ author: person.personId, parts: an.moves }])

  await server.start()
  const again = await joinedLate(server, month, person)
  again.send(step2Frame(Y.encodeStateAsUpdate(an.doc)))
  await expect.poll(() => again.refused(), { timeout: 30_000 }).toHaveLength(1)
  expect(again.refused()[0]?.lateEditId).toBe(kept[0]?.id)
  expect(await month.kept()).toEqual(kept)
  again.close()
  await crew.checkStored()
}

/** The same while it is being stopped. */
export async function dieInDrain({ server, crew }: KillStage, point: string) {
  await server.kill()
  await server.start({ killAt: `${point}:1` })
  const { writers } = crew
  const before = writers.map(({ saved }) => saved)
  await expect
    .poll(() => writers.every(({ saved }, index) => saved > (before[index] ?? 0)), {
      timeout: 30_000,
    })
    .toBe(true)
  await server.terminate()
  expect(await server.gone(), `died at ${point}`).toBe('SIGKILL')
  await crew.checkStored()
}

/** What a snapshot says to the database, in order. The last is the first `commit` after the one before. */
export const snapshotSteps = [
  'pg_try_advisory_xact_lock',
  'insert into plan_snapshot',
  'delete from plan_snapshot',
  'commit',
] as const

/** Kills it in a step of taking a snapshot: before the statement reaches the database, or before its answer comes back. */
export async function dieInSnapshot(
  { server, crew, toDatabase }: KillStage,
  step: (typeof snapshotSteps)[number],
  isDelivered: boolean,
) {
  await server.kill()
  const place = { direction: 'up', at: step, isDelivered } as const
  const killed = () => void server.kill()
  let died: Promise<void>
  if (step === 'commit') {
    died = toDatabase
      .breakAt({ ...place, at: 'delete from plan_snapshot', goesOn: true })
      .then(() => toDatabase.breakAt({ ...place, onBreak: killed }))
  } else died = toDatabase.breakAt({ ...place, onBreak: killed })
  await server.start({ limits: { snapshotRows: 10 } })
  await died
  expect(await server.gone()).toBe('SIGKILL')
  await crew.checkStored()
}
