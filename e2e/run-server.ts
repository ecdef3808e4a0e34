// The product as a person starts it: `npm start`'s program on a free port, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

export interface RunningServer {
  readonly url: string
  readonly process: ChildProcess
  /** Everything that it has printed. */
  output(): string
  /** As Ctrl-C does; resolves with the exit code when it has ended. */
  stop(): Promise<number | null>
  /** kill -9. */
  kill(): Promise<void>
}

export interface ServerSetting {
  readonly dataFolder: string
  readonly samplePassword: string
  /** 0 takes any free one. */
  readonly port?: number
  /** Further settings of docs/operations.md. */
  readonly env?: Readonly<Record<string, string>>
}

/** Resolves when it serves. Throws with what it printed when it ends before that. */
export async function runServer(setting: ServerSetting): Promise<RunningServer> {
  const child = spawn(process.execPath, [path.join(root, 'bin/start.mjs')], {
    cwd: root,
    env: {
      ...withoutSettings(process.env),
      PORT: String(setting.port ?? 0),
      DATA_DIR: setting.dataFolder,
      SAMPLE_PASSWORD: setting.samplePassword,
      ...setting.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    })
  }
  const url = await address(child, () => printed)
  return {
    url,
    process: child,
    output: () => printed,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => {
      await end(child, 'SIGKILL')
    },
  }
}

/** A developer's own settings must not reach the tests. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL, AUTH_SECRET, PUBLIC_URL, SAMPLE, HOST, NOTIFY, PROXIES, ...rest } = env
  return { ...rest, NODE_ENV: 'production' }
}

function address(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /Bàn Việc: (http\S+)/.exec(printed())?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${printed()}`)))
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
  return child.exitCode
}
