// A stage for tests of the sync server: a real database, real HTTP servers and sockets, people who are signed in.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monthAt } from '#domain/months.ts'
import { formatRoom } from '#domain/rooms.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { beginSession } from '../../auth/begin-session.ts'
import { sealEnvelope, sessionCookieName } from '../../auth/envelope.ts'
import type { Database } from '../../db/database.ts'
import { openTestDatabase, type TestDatabase } from '../../db/test-database.ts'
import { openSync, type Sync, type SyncOptions } from '../open-sync.ts'

export const stageSecret = 'a secret of nobody, for tests of the sync server only'

export interface SignedIn {
  personId: string
  sessionId: string
  name: string
  cookie: string
}

export interface Node {
  sync: Sync
  /** ws://… up to and without the room. */
  url: string
  origin: string
  /** What the server reported as going wrong. */
  reports: string[]
  /** What it noted of people who asked for more than they may. */
  notes: string[]
  close(): Promise<void>
}

export interface Stage {
  database: Database
  databaseUrl: string
  communeId: string
  branchId: string
  hamletId: string
  month: string
  /** The room of the present month's first epoch. */
  room: string
  signIn(role: RoleName | null, name?: string): Promise<SignedIn>
  signInAgain(person: SignedIn): Promise<SignedIn>
  openNode(options?: Partial<SyncOptions>): Promise<Node>
  close(): Promise<void>
}

/** On a fresh database of the test cluster, unless one is given. */
export async function openStage(given?: TestDatabase): Promise<Stage> {
  const test = given ?? (await openTestDatabase())
  const { database } = test
  const { prisma } = database
  const commune = await prisma.orgUnit.create({ data: { kind: 'commune', name: 'Xã thử' } })
  const branch = await prisma.orgUnit.create({
    data: { kind: 'branch', name: 'Chi bộ thử', parentId: commune.id },
  })
  const hamlet = await prisma.hamlet.create({ data: { communeId: commune.id, name: 'Bản thử' } })
  await prisma.branchHamlet.create({ data: { branchId: branch.id, hamletId: hamlet.id } })
  const month = monthAt(Date.now())
  const nodes: Node[] = []
  let people = 0

  const newSession = async (personId: string, name: string): Promise<SignedIn> => {
    const token = await beginSession(database, personId, undefined)
    const session = await prisma.session.findFirstOrThrow({
      where: { personId },
      orderBy: { createdAt: 'desc' },
    })
    const sealed = await sealEnvelope(token, stageSecret)
    const cookie = `${sessionCookieName(false)}=${sealed}`
    return { personId, sessionId: session.id, name, cookie }
  }

  return {
    database,
    databaseUrl: test.url,
    communeId: commune.id,
    branchId: branch.id,
    hamletId: hamlet.id,
    month,
    room: formatRoom({ branchId: branch.id, month, epoch: 1 }),
    async signIn(role, name = 'Lò Văn Thử') {
      people += 1
      const person = await prisma.person.create({
        data: { username: `nguoi${people}`, fullName: name, passwordHash: 'none' },
      })
      if (role !== null) {
        const unitId = role === 'office' ? commune.id : branch.id
        await prisma.role.create({ data: { personId: person.id, unitId, role } })
      }
      return newSession(person.id, name)
    },
    signInAgain: (person) => newSession(person.personId, person.name),
    async openNode(options = {}) {
      const node = await openNode(database, options)
      nodes.push(node)
      return node
    },
    async close() {
      for (const node of nodes) await node.close()
      await test.close()
    },
  }
}

async function openNode(database: Database, options: Partial<SyncOptions>): Promise<Node> {
  const reports: string[] = []
  const notes: string[] = []
  const sync = openSync({
    database,
    env: { PUBLIC_URL: undefined, AUTH_SECRET: stageSecret },
    report: (what, error) => {
      reports.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    },
    note: (line) => notes.push(line),
    ...options,
  })
  const server = createServer((_request, response) => response.writeHead(404).end())
  server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  let closing: Promise<void> | null = null
  const node: Node = {
    sync,
    url: `ws://127.0.0.1:${port}/sync`,
    origin: `http://127.0.0.1:${port}`,
    reports,
    notes,
    close: () => {
      closing ??= closeNode(sync, server)
      return closing
    },
  }
  return node
}

async function closeNode(sync: Sync, server: Server): Promise<void> {
  await sync.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
