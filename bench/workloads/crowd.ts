// Many clients at many plans of one system, connected and synced.
import * as Y from 'yjs'
import type { SystemName } from '../load/dialect.ts'
import { LoadClient } from '../load/load-client.ts'
import type { SeededPlan } from '../world/seed.ts'

export interface Team {
  plans: number
  clientsPerPlan: number
}

export interface Crowd {
  readonly clients: LoadClient[]
  /** Milliseconds from an edit's send to its arrival at a probe, since the last `forget`. */
  readonly seenAfter: number[]
  /** Forgets what was measured. */
  forget(): void
  /** Throws unless the probes of each plan hold the same document, byte for byte. Returns how many plans had two. */
  verify(): number
  close(): void
}

/** Real documents enough to measure by and to compare, few enough that the load stays cheap. */
function usualProbes(plan: number): number {
  if (plan < 2) return 2
  return plan < 12 ? 1 : 0
}

const connectAtOnce = 50

export async function gather(
  system: SystemName,
  port: number,
  plans: readonly SeededPlan[],
  base: Uint8Array,
  probes: (plan: number) => number = usualProbes,
): Promise<Crowd> {
  const clients: LoadClient[] = []
  const byId = new Map<number, LoadClient>()
  let seenAfter: number[] = []
  const seats = plans.flatMap(({ room, cookies }, plan) =>
    cookies.map((cookie, seat) => ({ room, cookie, plan, seat })),
  )
  for (let at = 0; at < seats.length; at += connectAtOnce) {
    const group = seats.slice(at, at + connectAtOnce).map(({ room, cookie, plan, seat }, index) => {
      const number = at + index
      const reached = new Map<number, number>()
      const client = new LoadClient(
        {
          system,
          port,
          room,
          cookie,
          base: system === 'relay' ? base : null,
          clientId: 1_000_000 + number,
          from: `127.0.0.${2 + (number % 200)}`,
          isProbe: seat < probes(plan),
        },
        (clientId, clock) => {
          const now = performance.now()
          const author = byId.get(clientId)
          const from = reached.get(clientId) ?? clock - 1
          reached.set(clientId, clock)
          if (!author || author === client) return
          for (let reachedClock = from + 1; reachedClock <= clock; reachedClock += 1) {
            const sent = author.sentAt.get(reachedClock)
            if (sent !== undefined) seenAfter.push(now - sent)
          }
        },
      )
      byId.set(client.seat.clientId, client)
      return client
    })
    await Promise.all(group.map((client) => client.synced))
    clients.push(...group)
  }
  return {
    clients,
    get seenAfter() {
      return seenAfter
    },
    forget() {
      seenAfter = []
      for (const client of clients) {
        client.savedAfter = []
        client.updatesHeard = 0
        client.statesHeard = 0
        client.bytesHeard = 0
      }
    },
    verify: () => verify(clients),
    close() {
      for (const client of clients) client.close()
    },
  }
}

function verify(clients: readonly LoadClient[]): number {
  const probes = new Map<string, Y.Doc[]>()
  for (const { doc, seat } of clients) {
    if (doc) probes.set(seat.room, [...(probes.get(seat.room) ?? []), doc])
  }
  const twice = [...probes.values()].filter((docs) => docs.length > 1)
  for (const [first, ...others] of twice) {
    const bytes = Buffer.from(canonical(first))
    for (const other of others) {
      if (!bytes.equals(Buffer.from(canonical(other)))) throw new Error('bench: probes differ')
    }
  }
  return twice.length
}

/** Two equal documents may have cut their structs in other places; read anew they have not. */
function canonical(doc: Y.Doc | undefined): Uint8Array {
  if (!doc) return new Uint8Array()
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const bytes = Y.encodeStateAsUpdate(copy)
  copy.destroy()
  return bytes
}
