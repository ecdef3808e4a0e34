// A sync server that can be killed without warning and started again at the same address.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import type { SyncLimits } from '#server/sync/sync-limits.ts'
import { freePort } from '../free-port.ts'

/** How the running process was since its start. */
export interface Vitals {
  /** Bytes of memory in use: at the first look, now, and the most. */
  rss: { first: number; now: number; most: number }
  /** The longest that its event loop stood still, in milliseconds. */
  blockedMs: number
}

export interface ServerSetting {
  /** `point:n`: it ends itself at the n-th passing of a named place of the write path. */
  killAt?: string
  limits?: Partial<SyncLimits>
}

export interface MortalServer {
  url: string
  origin: string
  readonly vitals: Vitals
  /** The most of its vitals counts from now. */
  forgetPeaks(): void
  start(setting?: ServerSetting): Promise<void>
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>
  /** SIGTERM; gives back the exit code and how many milliseconds it took. */
  terminate(): Promise<{ code: number | null; ms: number }>
  /** Resolves when it is gone for whatever reason: the signal that ended it, or its exit code. */
  gone(): Promise<string | number | null>
  isRunning(): boolean
}

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, '.build/live')
const entry = path.join(folder, 'sync-process.js')

/** Prepares the server's process; nothing runs before `start`. */
export async function mortalServer(databaseUrl: string, secret: string): Promise<MortalServer> {
  await bundle()
  const port = await freePort()
  let running: ChildProcess | null = null
  let gone: Promise<string | number | null> = Promise.resolve(null)
  let vitals = noVitals()

  const end = async (signal: NodeJS.Signals) => {
    if (!running) return { code: null, ms: 0 }
    const began = performance.now()
    running.kill(signal)
    const how = await gone
    return { code: typeof how === 'number' ? how : null, ms: performance.now() - began }
  }
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    origin: `http://127.0.0.1:${port}`,
    get vitals() {
      return vitals
    },
    forgetPeaks() {
      vitals.rss.most = vitals.rss.now
      vitals.blockedMs = 0
    },
    async start({ killAt = '', limits = {} } = {}) {
      const child = spawn(process.execPath, [entry], {
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          AUTH_SECRET: secret,
          PORT: String(port),
          KILL_AT: killAt,
          SYNC_LIMITS: JSON.stringify(limits),
        },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      })
      running = child
      const ofThisRun = noVitals()
      vitals = ofThisRun
      child.on('message', (told) => note(ofThisRun, told))
      gone = new Promise((resolve) => {
        child.once('exit', (code, signal) => {
          if (running === child) running = null
          resolve(signal ?? code)
        })
      })
      const early = gone.then((how) => {
        throw new Error(`the server ended by itself with ${how}`)
      })
      early.catch(() => undefined)
      const heard = new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()))
      await Promise.race([heard, early])
    },
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
    gone: () => gone,
    isRunning: () => running !== null,
  }
}

/** As bin/setup/bundle.mjs does it. Several tests may at once, so each file appears whole or not at all. */
async function bundle(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: {
      'sync-process': 'e2e/live/sync-process.ts',
      'fold-worker': 'server/log/fold-worker.ts',
    },
    outdir: folder,
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  await mkdir(folder, { recursive: true })
  for (const { path: file, contents } of outputFiles) {
    const half = `${file}.${process.pid}.${performance.now()}`
    await writeFile(half, contents)
    await rename(half, file)
  }
}

function noVitals(): Vitals {
  return { rss: { first: 0, now: 0, most: 0 }, blockedMs: 0 }
}

function note(vitals: Vitals, told: unknown): void {
  const { rss, blockedMs } = told as { rss: number; blockedMs: number }
  vitals.rss.first ||= rss
  vitals.rss.now = rss
  vitals.rss.most = Math.max(vitals.rss.most, rss)
  vitals.blockedMs = Math.max(vitals.blockedMs, blockedMs)
}
