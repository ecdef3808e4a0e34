// Runs PostgreSQL's own programs, as a user that they accept and from files that this user can reach.
import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'

/** Who runs the database. Empty: the person who started us. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

export interface Finished {
  readonly code: number | null
  readonly output: string
}

/** Runs a program to its end and gives its exit code and what it printed, both streams together. */
export function runProgram(file: string, args: readonly string[], runAs: RunAs): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...runAs,
      cwd: '/',
      env: {
        NODE_ENV: 'production',
        LC_ALL: 'C.UTF-8',
        PATH: '/usr/local/bin:/usr/bin:/bin',
        TZ: 'UTC',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, output }))
  })
}

/**
 * PostgreSQL refuses to run as root. Then the owner of an existing data folder runs it, or the system's
 * `postgres`, or else `nobody`.
 */
export async function chooseUser(dataFolder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(dataFolder).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const uid = await askId('-u', name)
    const gid = await askId('-g', name)
    if (uid !== null && gid !== null) return { uid, gid }
  }
  return { uid: 65_534, gid: 65_534 }
}

async function askId(flag: string, name: string): Promise<number | null> {
  const { code, output } = await runProgram('/usr/bin/env', ['id', flag, name], {})
  return code === 0 ? Number.parseInt(output, 10) : null
}

/** Can this user enter the folder, whatever stands above it? */
export async function canEnter(folder: string, runAs: RunAs): Promise<boolean> {
  const { code } = await runProgram('/bin/sh', ['-c', 'cd "$0"', folder], runAs)
  return code === 0
}
