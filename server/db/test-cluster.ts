// Vitest's global set-up for tests that need PostgreSQL: one throw-away cluster, one migrated template.
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Cluster, openCluster } from './cluster.ts'
import { migrate } from './migrate.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the maintenance database of the test cluster. */
    testCluster: string
  }
}

export const templateName = 'banviec_template'

interface Vitest {
  provide(key: 'testCluster', value: string): void
}

/** Starts the cluster before the first test and gives back how to end it. */
export async function setup(vitest: Vitest): Promise<() => Promise<void>> {
  const folder = await temporaryFolder('banviec-test-')
  const cluster = await openCluster({ folder, reachable: sharedBinaries(), fsync: false })
  const dismiss = watchOver(cluster, folder)
  await withAdmin(cluster.url('postgres'), (admin) =>
    admin.query(`create database ${templateName}`),
  )
  await migrate(cluster.url(templateName), migrationsFolder())
  vitest.provide('testCluster', cluster.url('postgres'))
  return async () => {
    await cluster.stop()
    dismiss()
    await rm(folder, { recursive: true, force: true })
  }
}

export function migrationsFolder(): string {
  return fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
}

/** Where binaries go that the database user cannot read in place; shared by all runs on this machine. */
export function sharedBinaries(): string {
  return path.join(tmpdir(), 'ban-viec')
}

/** One short-lived connection. */
export async function withAdmin<T>(
  url: string,
  work: (admin: pg.Client) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/**
 * A tiny process of its own that waits for our end, however it comes: its input closes when we die, also by
 * kill -9. Then it stops the cluster and removes the folder.
 */
export function watchOver(cluster: Cluster, folder: string): () => void {
  const { file, args, runAs } = cluster.stopCommand
  const script = `
    const { spawnSync } = require('node:child_process')
    const { rmSync } = require('node:fs')
    process.stdin.resume().on('close', () => {
      spawnSync(${JSON.stringify(file)}, ${JSON.stringify(args)}, { ...${JSON.stringify(runAs)}, cwd: '/' })
      rmSync(${JSON.stringify(folder)}, { recursive: true, force: true })
    })`
  const watcher = spawn(process.execPath, ['-e', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  })
  watcher.unref()
  return () => {
    watcher.kill('SIGKILL')
    watcher.stdin.destroy()
  }
}
