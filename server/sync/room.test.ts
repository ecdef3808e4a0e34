import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { systemClock } from '../log/clock.ts'
import { openPlanDoc } from '../log/fold-rows.ts'
import { MemoryLog } from '../log/memory-log.ts'
import { MemoryPeople } from '../log/memory-people.ts'
import { Connection } from './connection.ts'
import { Efforts } from './efforts.ts'
import { Room } from './room.ts'
import { syncLimits } from './sync-limits.ts'

const planId = 'a0000000-0000-4000-8000-000000000001'

function openRoom(rightsRev: bigint): Room {
  const head = { planId, branchId: 'b', month: '2026-01', epoch: 1, seq: 0n, rightsRev }
  const loaded = { ...head, status: 'drafting', doc: openPlanDoc(), owners: new Map() } as const
  return new Room(
    { ...loaded, sinceSnapshot: { rows: 0, bytes: 0 } },
    { unitId: 'b', above: [] },
    {
      log: new MemoryLog(new MemoryPeople(() => 0)),
      clock: systemClock,
      limits: syncLimits,
      efforts: new Efforts(syncLimits, systemClock),
      newId: () => planId,
      enlist: () => undefined,
      // Asks, and is never answered: what happens in the meantime?
      recheck: () => new Promise(() => undefined),
      noteGrowth: () => undefined,
      drop: () => undefined,
      report: () => undefined,
    },
  )
}

function seat(room: Room, rightsRev: bigint): Connection {
  const guest = {
    personId: 'p',
    sessionId: 's',
    name: 'Lò Thị An',
    right: 'edit',
    sessionExpiresAt: new Date(Date.now() + 60_000),
    rightsRev,
    address: '127.0.0.1',
  } as const
  const nowhere = () => undefined
  const transport = { send: nowhere, close: nowhere, terminate: nowhere, pause: nowhere }
  const connection = new Connection(
    guest,
    { ...transport, resume: nowhere, bufferedBytes: 0 },
    systemClock,
    syncLimits,
  )
  room.join(connection)
  return connection
}

function oneMove(): Uint8Array {
  const doc = new Y.Doc()
  assignMember(doc, { memberId: 'm1', target: { kind: 'group', id: 'g1' } })
  return Y.encodeStateAsUpdate(doc)
}

it.each([
  ['that is as new as the room’s', 7n, 7n],
  ['that was read before another’s was taken', 6n, 6n],
])('[S2] a write goes to the log with the right %s', (_name, own, told) => {
  const room = openRoom(7n)
  const connection = seat(room, own)
  connection.ledger.next()
  expect(room.write(connection, 1, oneMove(), true)).toBeNull()
  // The log compares it after the lock: an old one is refused, and rights are read before anything is written.
  expect(room.take()?.rightsRev).toBe(told)
})
