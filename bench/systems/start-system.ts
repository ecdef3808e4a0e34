// One measured system in a process of its own.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SystemName } from '../load/dialect.ts'
import { benchSecret } from '../world/seed.ts'
import type { Question, Reading } from './meter.ts'

export interface RunningSystem {
  readonly name: SystemName
  readonly port: number
  read(question?: Question): Promise<Reading>
  /** Begins to watch the highest resident memory anew; reading it gives bytes. */
  resetPeak(): void
  peak(): number
  stop(): Promise<void>
}

const bundles: Readonly<Record<SystemName, string>> = {
  ours: '.build/bench/ours.js',
  // Beside its own packages.
  hocuspocus: 'bench/.build/hocuspocus.js',
  relay: '.build/bench/relay.js',
  before: '.build/bench/before.js',
}

export interface StartOptions {
  databaseUrl: string
  env?: Record<string, string>
  /** Flags for Node itself. */
  flags?: string[]
}

export async function startSystem(name: SystemName, options: StartOptions): Promise<RunningSystem> {
  const child = fork(path.resolve(bundles[name]), [], {
    execArgv: [...(options.flags ?? []), ...(process.env[`BENCH_FLAGS_${name}`]?.split(',') ?? [])],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: options.databaseUrl,
      AUTH_SECRET: benchSecret,
      ...options.env,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { port } = await answer<{ port: number }>(child)
  const peakFile = `/proc/${child.pid}/status`
  return {
    name,
    port,
    read: (question = 'read') => {
      const reading = answer<Reading>(child)
      child.send(question)
      return reading
    },
    resetPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, '5'),
    peak: () => 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(peakFile, 'utf8'))?.[1]),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send('end')
      }),
  }
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`bench: a system ended with ${code}`))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      resolve(message as T)
    })
  })
}
