// Several people who write into one plan, and everything that is looked at when a fault is over.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { frameType } from '#domain/wire.ts'
import { loadPlan } from '#server/log/load-plan.ts'
import { openClient, type StageClient } from '#server/sync/testing/stage-client.ts'
import type { SignedIn, Stage } from '#server/sync/testing/sync-stage.ts'
import { seeded } from './seeded.ts'
import { faultsIn, noFaults } from './set-check.ts'
import { prepareParagraph, readElements, SetWriter } from './set-writer.ts'
import { waitUntil } from './wait-until.ts'

export interface CrewOptions {
  stage: Stage
  /** Where the writers connect; the road may be a bad one. */
  server: { url: string; origin: string }
  /** Where the last reader connects; the same unless given. */
  straight?: { url: string; origin: string }
  size: number
  seed: number
}

export interface Crew {
  readonly writers: readonly SetWriter[]
  begin(everyMs: number): void
  stop(): void
  /** How many times anybody was told that something is decided. */
  timesDecided(): number
  /** What is stored agrees with what was called saved until now. For while the server is dead. */
  checkStored(): Promise<void>
  /** Everyone stops, everything becomes saved, and all that can be read is compared. */
  finish(withinMs: number): Promise<{ writes: number; settledMs: number }>
  end(): void
}

const roles = ['secretary', 'deputy', 'committee'] as const

export async function openCrew(options: CrewOptions): Promise<Crew> {
  const { stage, server, size, straight = server } = options
  const random = seeded(options.seed)
  const people: SignedIn[] = []
  const writers: SetWriter[] = []
  for (let n = 0; n < size; n += 1) {
    const person = await stage.signIn(roles[n % roles.length] ?? 'committee')
    people.push(person)
    writers.push(new SetWriter(`p${n}`, openClient(server, stage.room, person), random))
  }
  const clients = writers.map(({ client }) => client)
  await waitUntil('all are in', () => clients.every((client) => client.provider.synced), 30_000)
  const [first] = clients
  if (first) prepareParagraph(first.doc)
  await waitUntil(
    'all have the paragraph',
    () => clients.every(hasParagraph) && writers.every((writer) => writer.isSaved),
    30_000,
  )

  return {
    writers,
    begin: (everyMs) => {
      for (const writer of writers) writer.begin(everyMs)
    },
    stop: () => {
      for (const writer of writers) writer.stop()
    },
    timesDecided: () =>
      clients.reduce(
        (sum, { frames }) => sum + frames.filter((type) => type === frameType.decided).length,
        0,
      ),
    async checkStored() {
      for (const writer of writers) writer.listen()
      const doc = await storedPlan(stage)
      expect(faultsIn(doc, writers)).toEqual(noFaults)
      doc.destroy()
    },
    async finish(withinMs) {
      const began = performance.now()
      for (const writer of writers) writer.stop()
      await waitUntil('all is saved', () => writers.every((writer) => writer.isSaved), withinMs)
      const settledMs = performance.now() - began
      for (const writer of writers) writer.listen()
      await compareAll(stage, straight, people[0], writers)
      return { writes: writers.reduce((sum, { made }) => sum + made, 0), settledMs }
    },
    end: () => {
      for (const writer of writers) writer.end()
    },
  }
}

/** Everyone's document, a newcomer's and the one that the rows make: the same, and nothing lost, doubled or invented. */
async function compareAll(
  stage: Stage,
  straight: { url: string; origin: string },
  person: SignedIn | undefined,
  writers: readonly SetWriter[],
): Promise<void> {
  const stored = await storedPlan(stage)
  const fresh = person ? openClient(straight, stage.room, person) : null
  const replicas = [...writers.map(({ client }) => client), ...(fresh ? [fresh] : [])]
  const same = (client: StageClient) => isSameDocument(client.doc, stored)
  await waitUntil('all are the same', () => replicas.every(same), 30_000)
  for (const { doc } of replicas) expect(readElements(doc)).toEqual(readElements(stored))
  for (const doc of [stored, ...replicas.map((client) => client.doc)]) {
    expect(faultsIn(doc, writers)).toEqual(noFaults)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
  fresh?.close()
  stored.destroy()
}

function isSameDocument(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}

async function storedPlan(stage: Stage): Promise<Y.Doc> {
  const { prisma, pool } = stage.database
  const plan = await prisma.plan.findUniqueOrThrow({
    where: { branchId_month: { branchId: stage.branchId, month: stage.month } },
  })
  return (await loadPlan(pool, plan.id)).doc
}

function hasParagraph(client: StageClient): boolean {
  return client.doc.getXmlFragment('focus').length > 0
}
