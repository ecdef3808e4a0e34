// A database that can fail, the server that depends on it, people who write meanwhile, and one who watches the screen.
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { LivePlan } from '#app/(workspace)/[branch]/[month]/_session/live-plan.ts'
import { addTask } from '#domain/commands/add-task.ts'
import { shiftMonth } from '#domain/months.ts'
import { proseOf } from '#domain/plan-doc.ts'
import { formatRoom } from '#domain/rooms.ts'
import { openClient, type StageClient } from '#server/sync/testing/stage-client.ts'
import { openStage, type Stage, stageSecret } from '#server/sync/testing/sync-stage.ts'
import { openLivePlan, savingOf } from '../live-stage.ts'
import { type MortalServer, mortalServer } from '../mortal-server.ts'
import { type Crew, openCrew } from './crew.ts'
import { type MortalDatabase, openMortalDatabase } from './mortal-database.ts'
import { waitUntil } from './wait-until.ts'

export interface DatabaseStage {
  database: MortalDatabase
  stage: Stage
  server: MortalServer
  crew: Crew
  /** Someone with the real session of a screen. */
  watcher: LivePlan
  close(): Promise<void>
}

export async function openDatabaseStage(setting: {
  seed: number
  diskMiB?: number
}): Promise<DatabaseStage> {
  const database = await openMortalDatabase(setting)
  const stage = await openStage(database.asTestDatabase())
  const server = await mortalServer(database.url, stageSecret)
  await server.start()
  const crew = await openCrew({ stage, server, size: 4, seed: setting.seed })
  const watcher = openLivePlan(server, nextRoom(stage, 1), await stage.signIn('secretary'))
  await waitUntil('the watcher is in', () => isCalledSaved(watcher), 30_000)
  return {
    database,
    stage,
    server,
    crew,
    watcher,
    async close() {
      crew.end()
      watcher.end()
      await server.terminate()
      await stage.close()
      await database.close()
    },
  }
}

/** What an outage did. Milliseconds and bytes. */
export interface Outage {
  /** Null when it was over before the screen could say so. */
  notSavedMs: number | null
  /** Of the server, while it lasted. */
  rssGrowth: number
  firstDecidedMs: number
  settledMs: number
  blockedMs: number
  writes: number
}

/** The disk is full to the last byte; `isWalFull` makes the log of the database need a new file just then. */
export async function fillDisk(on: DatabaseStage, isWalFull: boolean): Promise<void> {
  on.database.fillDisk()
  if (isWalFull) await on.database.switchWal()
  // Until then it takes what still fits into pages that are there, and rightly says that it did.
  await comeToRest(on)
}

/** Until a second has passed in which nobody was told that anything is decided. */
async function comeToRest({ crew, server }: DatabaseStage): Promise<void> {
  for (let before = -1; before !== crew.timesDecided(); ) {
    before = crew.timesDecided()
    // By its answer the server has had its turn, and read what its database had said.
    await fetch(server.origin)
    await new Promise((later) => setTimeout(later, 1_000))
  }
}

/** Makes room, and starts the database if it gave up. */
export async function freeDisk({ database }: DatabaseStage): Promise<void> {
  await database.freeDisk()
  if (!(await database.isRunning())) await database.start()
}

export interface OutageSetting {
  /** Returns when the database does not answer any more. */
  begin(): Promise<void>
  /** Returns when it could answer again. */
  end(): Promise<void>
  /** How long it lasts at least. */
  lastsMs: number
  /** It is over as soon as it has begun. */
  isShort?: boolean
  /** The database may still take something, and then "saved" is no lie. */
  mayAnswer?: boolean
}

/**
 * Takes the database away under writers, one of whom floods, and gives it back. Holds: nothing is called saved
 * meanwhile, the screen says so, the server lives, and afterwards all goes on by itself with nothing lost.
 */
export async function outage(on: DatabaseStage, setting: OutageSetting): Promise<Outage> {
  const { crew, server, stage, watcher } = on
  const flooder = await openFlooder(server, stage)
  crew.begin(40)
  await waitUntil('writing', () => crew.writers.every(({ saved }) => saved > 5), 30_000)
  server.forgetPeaks()
  const rssBefore = server.vitals.rss.now
  const process = server.gone()

  await setting.begin()
  // What was answered before is still on its way for a moment, and for longer on a machine that stands still.
  if (setting.mayAnswer) await new Promise((later) => setTimeout(later, 300))
  else await comeToRest(on)
  const decidedBefore = crew.timesDecided()
  const began = performance.now()
  addTask(watcher.doc, { id: `watched-${Math.floor(began)}`, title: 'Việc trong lúc chờ' })
  const stopFlood = flood(flooder)
  const notSavedMs = setting.isShort
    ? null
    : await waitUntil('the screen says not saved', () => isCalledUnsaved(watcher), 15_000)
  while (!setting.isShort && performance.now() - began < setting.lastsMs) {
    if (!setting.mayAnswer) expect(crew.timesDecided()).toBe(decidedBefore)
    expect(isCalledSaved(watcher)).toBe(false)
    await new Promise((later) => setTimeout(later, 50))
  }
  const decidedDuring = crew.timesDecided()
  if (!setting.mayAnswer) expect(decidedDuring).toBe(decidedBefore)
  stopFlood()
  const rssGrowth = server.vitals.rss.most - rssBefore

  await setting.end()
  const firstDecidedMs = await waitUntil(
    'work goes on',
    () => crew.timesDecided() > decidedDuring,
    60_000,
  )
  const { settledMs, writes } = await crew.finish(60_000)
  await waitUntil('the screen says saved', () => isCalledSaved(watcher), 60_000)
  await waitUntil('the flood is saved', () => flooder.isSaved(), 60_000)
  flooder.close()
  expect(server.isRunning()).toBe(true)
  expect(await Promise.race([process, Promise.resolve('alive')])).toBe('alive')
  const { blockedMs } = server.vitals
  return {
    notSavedMs,
    firstDecidedMs,
    settledMs,
    rssGrowth,
    blockedMs,
    writes,
  }
}

export function isCalledSaved(live: LivePlan): boolean {
  return ['saved', 'merged'].includes(savingOf(live).kind)
}

/** Does the screen say in words that work is not saved? */
function isCalledUnsaved(live: LivePlan): boolean {
  return ['unanswered', 'offlinePending', 'reconnecting', 'offline'].includes(savingOf(live).kind)
}

function nextRoom(stage: Stage, months: number): string {
  return formatRoom({ branchId: stage.branchId, month: shiftMonth(stage.month, months), epoch: 1 })
}

/** Someone who pastes great pieces of text one after the other, in a plan of their own. */
async function openFlooder(server: MortalServer, stage: Stage): Promise<StageClient> {
  const person = await stage.signIn('deputy')
  floods += 1
  const client = openClient(server, nextRoom(stage, 1 + floods), person)
  await waitUntil('the flooder is in', () => client.isSaved(), 30_000)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  proseOf(client.doc, 'focus').insert(0, [paragraph])
  return client
}
let floods = 0

/** 5 MB in all, as fast as it goes. */
function flood(client: StageClient): () => void {
  let left = 50
  const timer = setInterval(() => {
    if (left-- <= 0) return
    const text = (proseOf(client.doc, 'focus').get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(text.length, 'Chi bộ họp. '.repeat(8_000))
  }, 50)
  return () => clearInterval(timer)
}
