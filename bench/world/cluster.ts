// The one PostgreSQL of a run: the product's own binaries and settings, fsync on; a fresh database for each trial.
import { readFileSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openCluster } from '../../server/db/cluster.ts'
import { migrate } from '../../server/db/migrate.ts'
import { temporaryFolder } from '../../server/db/temporary-folder.ts'

export interface BenchCluster {
  /** A fresh, migrated database; drop it when done. */
  create(): Promise<{ url: string; drop(): Promise<void> }>
  /** Microseconds of CPU of all processes of this PostgreSQL. */
  cpu(): number
  stop(): Promise<void>
}

const template = 'bench_template'
/** USER_HZ on every Linux that Node runs on. */
const tickMicros = 10_000

export async function openBenchCluster(): Promise<BenchCluster> {
  const folder = await temporaryFolder('banviec-bench-')
  const reachable = path.join(tmpdir(), 'ban-viec')
  const cluster = await openCluster({ folder, reachable, fsync: true })
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query(`create database ${template}`)
  await migrate(cluster.url(template), path.resolve('prisma/migrations'))
  const { rows } = await admin.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = Number(statOf(rows[0]?.pid ?? 0)[1])
  let made = 0
  return {
    async create() {
      made += 1
      const name = `bench_${made}`
      await admin.query(`create database ${name} template ${template}`)
      return {
        url: cluster.url(name),
        drop: async () => {
          await admin.query(`drop database if exists ${name} with (force)`)
          await admin.query('checkpoint')
        },
      }
    },
    cpu: () => tickMicros * ticksOf(postmaster),
    async stop() {
      await admin.end()
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Those that live and, in the postmaster's own sum, those that have ended. */
function ticksOf(postmaster: number): number {
  let sum = 0
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const fields = statOf(Number(entry))
    const isOwn = Number(entry) === postmaster
    if (!isOwn && Number(fields[1]) !== postmaster) continue
    sum += Number(fields[11]) + Number(fields[12])
    if (isOwn) sum += Number(fields[13]) + Number(fields[14])
  }
  return sum
}

/** The fields of /proc/<pid>/stat after the name, from the state on. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
