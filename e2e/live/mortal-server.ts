// A sync server that can be killed without warning and started again at the same address.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { build } from 'esbuild'

export interface MortalServer {
  url: string
  origin: string
  start(): Promise<void>
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const bundle = path.join(root, '.build/live-sync-process.js')

/** Prepares the server's process; nothing runs before `start`. */
export async function mortalServer(databaseUrl: string, secret: string): Promise<MortalServer> {
  await build({
    absWorkingDir: root,
    entryPoints: ['e2e/live/sync-process.ts'],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  const port = await freePort()
  let running: ChildProcess | null = null
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    origin: `http://127.0.0.1:${port}`,
    async start() {
      const child = spawn(process.execPath, [bundle], {
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          AUTH_SECRET: secret,
          PORT: String(port),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      running = child
      const early = once(child, 'exit').then(([code]) => {
        throw new Error(`the server ended by itself with ${code}`)
      })
      await Promise.race([once(child.stdout, 'data'), early])
      early.catch(() => undefined)
    },
    async kill() {
      if (!running) return
      const gone = once(running, 'exit')
      running.kill('SIGKILL')
      await gone
      running = null
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
