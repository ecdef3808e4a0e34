// The processes of one PostgreSQL, found by its data folder, and signals to all of them. Linux.
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The postmaster first, so that it makes no more of them. */
export async function signalPostgres(data: string, signal: NodeJS.Signals): Promise<void> {
  const [postmaster] = await postgresProcesses(data)
  if (postmaster === undefined) return
  const children = signal === 'SIGKILL' ? await postgresProcesses(data) : []
  signalOne(postmaster, signal)
  for (const pid of [...children, ...(await postgresProcesses(data))]) signalOne(pid, signal)
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in the meantime.
  }
}

/** The postmaster and its children; empty when it is not running. */
export async function postgresProcesses(data: string): Promise<number[]> {
  const lines = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const postmaster = Number.parseInt(lines, 10)
  if (!isAlive(postmaster)) return []
  const pids = [postmaster]
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (parent === postmaster) pids.push(Number(name))
  }
  return pids
}

/** Is it running? One that is over and not yet forgotten is not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z'
  } catch {
    return false
  }
}
