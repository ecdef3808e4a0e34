// A PostgreSQL of its own that can be stopped, killed, restarted and filled up, always at the same address.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { openCluster } from '#server/db/cluster.ts'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { runProgram } from '#server/db/postgres-process.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'
import { migrationsFolder, sharedBinaries, watchOver, withAdmin } from '#server/db/test-cluster.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { isAlive, postgresProcesses, signalPostgres } from './postgres-family.ts'
import { fillUp, mountDisk, unmountDisk } from './small-disk.ts'

export interface MortalDatabase {
  /** Connection string of the database that the tests use. */
  readonly url: string
  readonly version: string
  /** SIGSTOP to every process of it. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  /** kill -9 to every process of it, and waits until all are gone. */
  kill(): Promise<void>
  /** Starts it where it was; returns when it takes connections. */
  start(): Promise<void>
  restart(mode: 'fast' | 'immediate'): Promise<void>
  isRunning(): Promise<boolean>
  /** The next write of its log needs a new file. Fails silently when that is too much for it. */
  switchWal(): Promise<void>
  /** Takes the last byte of its disk, and gives it all back. */
  fillDisk(): void
  freeDisk(): Promise<void>
  /** For a stage on it. Closing that leaves the cluster as it is. */
  asTestDatabase(): TestDatabase
  close(): Promise<void>
}

/** `diskMiB` puts the whole cluster on a disk of that size, which only root can do. */
export async function openMortalDatabase(setting: { diskMiB?: number }): Promise<MortalDatabase> {
  const folder = await temporaryFolder('banviec-mortal-')
  if (setting.diskMiB !== undefined) await mountDisk(folder, setting.diskMiB)
  const cluster = await openCluster({ folder, reachable: sharedBinaries(), fsync: true })
  const dismiss = watchOver(cluster, folder)
  const { file: pgCtl, args, runAs } = cluster.stopCommand
  const data = args[args.indexOf('-D') + 1] ?? ''
  const log = path.join(path.dirname(data), 'log')
  const { port } = new URL(cluster.url('postgres'))
  await withAdmin(cluster.url('postgres'), (admin) => admin.query('create database banviec'))
  const url = cluster.url('banviec')
  await migrate(url, migrationsFolder())
  const version = await withAdmin(url, async (admin) => {
    const { rows } = await admin.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? ''
  })

  const control = async (verb: string, ...more: string[]) => {
    const run = await runProgram(pgCtl, [verb, '-D', data, ...more], runAs)
    if (run.code !== 0) throw new Error(`pg_ctl ${verb}: ${run.output}`)
  }
  const ballast = path.join(folder, 'ballast')
  return {
    url,
    version,
    freeze: () => signalPostgres(data, 'SIGSTOP'),
    thaw: () => signalPostgres(data, 'SIGCONT'),
    async kill() {
      const pids = await postgresProcesses(data)
      await signalPostgres(data, 'SIGKILL')
      while (pids.some(isAlive)) await new Promise((later) => setTimeout(later, 10))
    },
    start: () => control('start', '-w', '-t', '60', '-l', log, '-o', `-p ${port}`),
    restart: (mode) => control('restart', '-m', mode, '-w', '-t', '60', '-l', log),
    isRunning: async () => (await runProgram(pgCtl, ['status', '-D', data], runAs)).code === 0,
    switchWal: () =>
      withAdmin(url, (admin) => admin.query('select pg_switch_wal()')).then(
        () => undefined,
        () => undefined,
      ),
    fillDisk: () => fillUp(ballast),
    freeDisk: () => rm(ballast, { force: true }),
    asTestDatabase() {
      const database = openDatabase(url)
      return { url, database, close: () => database.close() }
    },
    async close() {
      await signalPostgres(data, 'SIGCONT')
      await runProgram(pgCtl, ['stop', '-D', data, '-m', 'immediate', '-w', '-t', '30'], runAs)
      dismiss()
      if (setting.diskMiB !== undefined) await unmountDisk(folder)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
