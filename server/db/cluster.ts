// The database that the product brings along: one PostgreSQL cluster in a folder, driven by its own programs.
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { DomainError } from '#domain/errors.ts'
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { canEnter, chooseUser, type RunAs, runProgram } from './postgres-process.ts'

export interface ClusterOptions {
  /** Holds the cluster, its log and its password. */
  readonly folder: string
  /** Where a database user who cannot enter `folder` keeps binaries and data instead. */
  readonly reachable: string
  /** Off only where losing everything at a power cut is no loss: in tests. */
  readonly fsync: boolean
}

export interface Cluster {
  /** Connection string of one database of this cluster. */
  url(database: string): string
  /** It was running already, left over from a server that did not stop it. */
  readonly adopted: boolean
  /** How a process that outlives us stops it: program, arguments, user. */
  readonly stopCommand: { file: string; args: string[]; runAs: RunAs }
  /** Stops it, unless another server of ours is still connected. */
  stop(): Promise<void>
}

interface Place {
  readonly data: string
  readonly log: string
  readonly runAs: RunAs
  readonly binaries: PostgresBinaries
}

/** Every connection of ours carries this name, so that the last server out knows that it is the last. */
export const applicationName = 'ban-viec'

/**
 * Starts the cluster of this folder, making it first if there is none, or adopts it when it is running. It
 * accepts connections when this returns. Throws DomainError `databaseSilent` or `diskFull`.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const place = await prepare(options)
  const password = await readPassword(path.join(options.folder, 'password'))
  if (!(await exists(path.join(place.data, 'PG_VERSION')))) await initialise(place, password)

  const adopted = (await control(place, ['status'])).code === 0
  if (!adopted) await start(place, options.fsync)
  const port = await readPort(place.data)
  const url = (database: string) =>
    `postgresql://banviec:${password}@127.0.0.1:${port}/${database}?application_name=${applicationName}`
  const stopArgs = ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '30']
  return {
    url,
    adopted,
    stopCommand: { file: place.binaries.pgCtl, args: stopArgs, runAs: place.runAs },
    stop: async () => {
      if (await othersConnected(url('postgres'))) return
      await control(place, ['stop', '-m', 'fast', '-w', '-t', '30'])
    },
  }
}

/** Finds who runs it, from which binaries and where, and makes the folders with the right owner. */
async function prepare(options: ClusterOptions): Promise<Place> {
  await mkdir(options.folder, { recursive: true })
  const home = await readFile(path.join(options.folder, 'location'), 'utf8').catch(() => null)
  let root = home ?? path.join(options.folder, 'cluster')
  const runAs = await chooseUser(path.join(root, 'data'))
  if (home === null && !(await canEnter(options.folder, runAs))) {
    root = path.join(options.reachable, `cluster-${randomBytes(6).toString('hex')}`)
    await writeFile(path.join(options.folder, 'location'), root)
  }
  await mkdir(root, { recursive: true })
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(root, runAs.uid, runAs.gid)
  const binaries = await findBinaries(runAs, options.reachable)
  return { data: path.join(root, 'data'), log: path.join(root, 'log'), runAs, binaries }
}

async function initialise(place: Place, password: string): Promise<void> {
  const passwordFile = path.join(path.dirname(place.data), `password-${process.pid}`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (place.runAs.uid !== undefined && place.runAs.gid !== undefined) {
    await chown(passwordFile, place.runAs.uid, place.runAs.gid)
  }
  // Made beside its place and moved in whole: an initdb cut short must not look like a cluster.
  const half = `${place.data}.new`
  await rm(half, { recursive: true, force: true })
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' }
  const { code, output } = await runProgram(
    place.binaries.initdb,
    [
      `--pgdata=${half}`,
      '--username=banviec',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ],
    place.runAs,
  )
  await rm(passwordFile, { force: true })
  if (code !== 0) throw startFailure(output)
  await rename(half, place.data)
}

/** A port that was free a moment ago can be taken by the next; so it is tried thrice. */
async function start(place: Place, fsync: boolean): Promise<void> {
  let output = ''
  for (let attempt = 0; attempt < 3; attempt++) {
    const flags = `-p ${await freePort()}${fsync ? '' : ' -F'}`
    const run = await control(place, ['start', '-w', '-t', '60', '-l', place.log, '-o', flags])
    if (run.code === 0) return
    output = run.output + (await readFile(place.log, 'utf8').catch(() => '')).slice(-2000)
    if (!output.includes('Address already in use')) break
  }
  throw startFailure(output)
}

function control(place: Place, args: string[]) {
  const [verb = 'status', ...rest] = args
  return runProgram(place.binaries.pgCtl, [verb, '-D', place.data, ...rest], place.runAs)
}

function startFailure(output: string): Error {
  if (/No space left on device|Disk quota exceeded/.test(output)) return new DomainError('diskFull')
  return new DomainError('databaseSilent', {
    detail: output.trim().split('\n').slice(-3).join(' '),
  })
}

/** The fourth line of postmaster.pid; the only place that tells the port of a cluster that we adopt. */
async function readPort(data: string): Promise<number> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')
  return Number.parseInt(lines[3] ?? '', 10)
}

async function readPassword(file: string): Promise<string> {
  if (!(await exists(file))) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  await chmod(file, 0o600)
  return readFile(file, 'utf8')
}

async function othersConnected(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    const { rowCount } = await client.query(
      'select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [applicationName],
    )
    return (rowCount ?? 0) > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}
