// People on a bad line to the server, one of them on a good one.
import type { LineFault } from '#server/sync/testing/fault-line.ts'
import { type FaultLink, openFaultLink } from '#server/sync/testing/fault-link.ts'
import { openStage, type Stage, stageSecret } from '#server/sync/testing/sync-stage.ts'
import { type MortalServer, mortalServer } from '../mortal-server.ts'
import { type Crew, openCrew } from './crew.ts'
import { waitUntil } from './wait-until.ts'

export interface BadLine {
  stage: Stage
  server: MortalServer
  link: FaultLink
  /** Everyone in it comes through the link. */
  crew: Crew
  close(): Promise<void>
}

export async function openBadLine(seed: number): Promise<BadLine> {
  const stage = await openStage()
  const server = await mortalServer(stage.databaseUrl, stageSecret)
  await server.start()
  const link = await openFaultLink({ port: Number(new URL(server.origin).port) })
  const url = server.url.replace(/:\d+\//, `:${link.port}/`)
  const crew = await openCrew({
    stage,
    server: { url, origin: server.origin },
    straight: server,
    size: 4,
    seed,
  })
  return {
    stage,
    server,
    link,
    crew,
    async close() {
      crew.end()
      await link.close()
      await server.kill()
      await stage.close()
    },
  }
}

/** What a line does to everyone, both ways; `cutEveryMs` breaks all connections again and again besides. */
export interface Profile {
  name: string
  up: LineFault
  down: LineFault
  cutEveryMs?: number
}

export const profiles: readonly Profile[] = [
  { name: 'sliced into 1 to 7 bytes', up: { slice: 7 }, down: { slice: 7 } },
  {
    name: 'delayed by 200 ms and cut every second',
    up: { delayMs: 100, jitterMs: 80 },
    down: { delayMs: 100, jitterMs: 80 },
    cutEveryMs: 1_000,
  },
  {
    name: 'delayed by 2,000 ms',
    up: { delayMs: 1_000, jitterMs: 900 },
    down: { delayMs: 1_000, jitterMs: 900 },
  },
  {
    name: 'of 4 kB/s',
    up: { bytesPerSecond: 4_000 },
    down: { bytesPerSecond: 4_000 },
  },
  {
    name: 'sliced, delayed and cut',
    up: { slice: 7, delayMs: 50, jitterMs: 50 },
    down: { slice: 7, delayMs: 50, jitterMs: 50 },
    cutEveryMs: 1_500,
  },
]

/** Works over such a line for so long at least; then the line is good, and everything must come together by itself. */
export async function workOver({ link, crew }: BadLine, profile: Profile, forMs: number) {
  const made = () => crew.writers.reduce((sum, writer) => sum + writer.made, 0)
  const before = made()
  crew.begin(40)
  link.set(profile)
  const cutting =
    profile.cutEveryMs === undefined ? undefined : setInterval(() => link.cut(), profile.cutEveryMs)
  await new Promise((later) => setTimeout(later, forMs))
  // On a machine that stands still for a part of that they have hardly begun, and it would show nothing.
  await waitUntil('they have written', () => made() - before > 50, 30_000)
  clearInterval(cutting)
  link.set({})
  return crew.finish(60_000)
}

/** Nothing passes for so long, in one direction or both, and no connection breaks; then everything does again. */
export async function stallFor({ link, crew }: BadLine, way: 'up' | 'down' | 'both', ms: number) {
  crew.begin(40)
  const stalled = { isStalled: true }
  link.set({
    up: way === 'down' ? {} : stalled,
    down: way === 'up' ? {} : stalled,
  })
  await new Promise((later) => setTimeout(later, ms))
  link.set({})
  return crew.finish(60_000)
}
