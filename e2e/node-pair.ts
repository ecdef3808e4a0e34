// Two whole servers, each a process of its own, on one PostgreSQL that belongs to neither.
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { request } from '@playwright/test'
import { monthAt } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import { type Cluster, openCluster } from '#server/db/cluster.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { temporaryFolder } from '#server/db/temporary-folder.ts'
import { sharedBinaries, withAdmin } from '#server/db/test-cluster.ts'
import { loadSample } from '#server/roster/load-sample.ts'
import type { Address } from '#server/sync/testing/stage-client.ts'
import { freePort } from './free-port.ts'
import { type RunningServer, runServer } from './run-server.ts'

export interface WholeNode {
  readonly port: number
  /** http://… of this node alone. */
  readonly url: string
  /** Where its sockets are. */
  readonly at: Address
  /** Everything that it has printed, over all its lives. */
  output(): string
  start(): Promise<void>
  /** As `kill -9`. */
  kill(): Promise<void>
  /** As Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>
}

export interface NodePair {
  readonly database: Database
  readonly nodes: readonly [WholeNode, WholeNode]
  readonly branchId: string
  /** The password of the sample's people. */
  readonly password: string
  roomOf(month?: string): string
  close(): Promise<void>
}

/** What both nodes are told besides their port and their database. */
export type PairSetting = Readonly<Record<string, string>>

/** Starts both at the same moment on an empty database, and loads the sample commune. */
export async function openNodePair(setting: PairSetting = {}): Promise<NodePair> {
  const folder = await temporaryFolder('banviec-pair-')
  const cluster = await openCluster({
    folder: path.join(folder, 'database'),
    reachable: sharedBinaries(),
    fsync: false,
  })
  await withAdmin(cluster.url('postgres'), (admin) => admin.query('create database pair'))
  const env = {
    DATABASE_URL: cluster.url('pair'),
    AUTH_SECRET: randomBytes(24).toString('hex'),
    ...setting,
  }
  const one = await wholeNode(path.join(folder, 'one'), env)
  const other = await wholeNode(path.join(folder, 'other'), env)
  await Promise.all([one.start(), other.start()])
  const database = openDatabase(env.DATABASE_URL)
  const password = randomBytes(12).toString('base64url')
  await loadPatiently(database, password)
  const { id: branchId } = await database.prisma.orgUnit.findFirstOrThrow({
    where: { name: 'Chi bộ bản Na Tông 1' },
  })
  return {
    database,
    nodes: [one, other],
    branchId,
    password,
    roomOf: (month = monthAt(Date.now())) => formatRoom({ branchId, month, epoch: 1 }),
    close: () => closeAll([one, other], database, cluster, folder),
  }
}

const root = path.resolve(import.meta.dirname, '..')

/** On a machine that is busy starting two servers the database may not answer in time; what is there stays. */
async function loadPatiently(database: Database, password: string): Promise<void> {
  for (let more = 5; ; more -= 1) {
    try {
      await loadSample(database, { folder: path.join(root, 'prisma/sample'), password })
      return
    } catch (error) {
      if (more === 0 || !/timeout/.test(String(error))) throw error
    }
  }
}

async function closeAll(
  nodes: readonly WholeNode[],
  database: Database,
  cluster: Cluster,
  folder: string,
): Promise<void> {
  await Promise.all(nodes.map((node) => node.stop()))
  await database.close()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}

async function wholeNode(dataFolder: string, env: PairSetting): Promise<WholeNode> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let running: RunningServer | null = null
  let earlier = ''
  const end = async (how: 'kill' | 'stop') => {
    const server = running
    running = null
    const code = (await server?.[how]()) ?? null
    earlier += server?.output() ?? ''
    return code
  }
  return {
    port,
    url,
    at: { url: `ws://127.0.0.1:${port}/sync`, origin: url },
    output: () => earlier + (running?.output() ?? ''),
    start: async () => {
      running ??= await runServer({ dataFolder, samplePassword: 'none is loaded', port, env })
    },
    kill: async () => {
      await end('kill')
    },
    stop: () => end('stop'),
  }
}

/** Signs in over HTTP at this address, as a browser does, and gives the Cookie header. */
export async function signInAt(url: string, username: string, password: string): Promise<string> {
  const browser = await request.newContext({ baseURL: url, ignoreHTTPSErrors: true })
  try {
    const { csrfToken } = (await (await browser.get('/api/auth/csrf')).json()) as {
      csrfToken: string
    }
    await browser.post('/api/auth/callback/credentials', {
      headers: { origin: url },
      form: { username, password, csrfToken, json: 'true' },
    })
    const { cookies } = await browser.storageState()
    const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    if (!header.includes('session-token')) throw new Error(`${username} could not sign in`)
    return header
  } finally {
    await browser.dispose()
  }
}
