import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { isOfSamePlan } from '#domain/rooms.ts'
import type { RefusalReason } from '#domain/wire.ts'
import type { Change } from './changes-between.ts'

/** One own update that the server has not decided. */
export interface Unsent {
  personId: string
  room: string
  /** The Yjs client, and thereby the tab, that made it. */
  clientId: number
  /** Counts the updates of that client. */
  n: number
  update: Uint8Array
}

/** What was refused, kept for copying until the person has done with it. */
export interface Draft {
  id?: number
  personId: string
  room: string
  reason: RefusalReason
  /** Milliseconds. */
  at: number
  changes: readonly Change[]
  /** It came too late and is kept on the server, for the secretary to see. */
  lateEditId?: string
}

interface OutboxSchema extends DBSchema {
  unsent: { key: [string, string, number, number]; value: Unsent }
  drafts: { key: number; value: Draft }
}
export type OutboxDatabase = IDBPDatabase<OutboxSchema>

/** A browser that keeps nothing sometimes does not even say so: after this many milliseconds it has failed. */
export const storageGuardMs = 10_000

/**
 * Opens this browser's outbox for one person. What another person left in it is deleted: who signs in on a
 * shared computer neither sends nor reads the work of the one before.
 */
export async function openOutboxOf(personId: string): Promise<OutboxDatabase> {
  const database = await guarded(
    openDB<OutboxSchema>('ban-viec', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('unsent', { keyPath: ['personId', 'room', 'clientId', 'n'] })
        fresh.createObjectStore('drafts', { keyPath: 'id', autoIncrement: true })
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    }),
  )
  await guarded(forgetOthers(database, personId))
  return database
}

async function forgetOthers(database: OutboxDatabase, personId: string): Promise<void> {
  const work = database.transaction(['unsent', 'drafts'], 'readwrite', { durability: 'strict' })
  for (const name of ['unsent', 'drafts'] as const) {
    for (let at = await work.objectStore(name).openCursor(); at; at = await at.continue()) {
      if (at.value.personId !== personId) await at.delete()
    }
  }
  await work.done
}

/** Writes and deletes in one transaction; it resolves when what was put survives a power cut. */
export async function writeOutbox(
  database: OutboxDatabase,
  put: readonly Unsent[],
  remove: readonly Unsent[],
): Promise<void> {
  const durability = put.length > 0 ? 'strict' : 'relaxed'
  const work = database.transaction('unsent', 'readwrite', { durability })
  const steps: Promise<unknown>[] = put.map((unsent) => work.store.put(unsent))
  steps.push(...remove.map((unsent) => work.store.delete(keyOf(unsent))))
  await guarded(Promise.all([...steps, work.done]))
}

/** Takes refused updates out of the outbox and keeps them, in words, as a draft; both or neither. */
export async function moveToDrafts(
  database: OutboxDatabase,
  refused: readonly Unsent[],
  draft: Draft,
): Promise<void> {
  const work = database.transaction(['unsent', 'drafts'], 'readwrite', { durability: 'strict' })
  const steps: Promise<unknown>[] = [work.objectStore('drafts').add(draft)]
  for (const unsent of refused) steps.push(work.objectStore('unsent').delete(keyOf(unsent)))
  await guarded(Promise.all([...steps, work.done]))
}

/** Everything that this person has not sent in this room, oldest first, from whichever tab. */
export function readUnsent(
  database: OutboxDatabase,
  personId: string,
  room: string,
): Promise<Unsent[]> {
  const all = IDBKeyRange.bound([personId, room], [personId, room, []])
  return guarded(database.getAll('unsent', all))
}

/** What this person has not sent in other epochs of this room's plan, oldest first in each. */
export async function readUnsentElsewhere(
  database: OutboxDatabase,
  personId: string,
  room: string,
): Promise<Unsent[]> {
  const mine = await guarded(
    database.getAll('unsent', IDBKeyRange.bound([personId], [personId, []])),
  )
  return mine.filter((unsent) => unsent.room !== room && isOfSamePlan(unsent.room, room))
}

/** Refused in any epoch of this room's plan. */
export async function readDrafts(
  database: OutboxDatabase,
  personId: string,
  room: string,
): Promise<Draft[]> {
  const drafts = await guarded(database.getAll('drafts'))
  return drafts.filter((draft) => draft.personId === personId && isOfSamePlan(draft.room, room))
}

export async function forgetDraft(database: OutboxDatabase, id: number): Promise<void> {
  await guarded(database.delete('drafts', id))
}

/** Is work of this person waiting in this browser, in any plan? Signing out asks first when it is. */
export async function hasUnsentWork(personId: string): Promise<boolean> {
  let database: OutboxDatabase | undefined
  try {
    database = await openOutboxOf(personId)
    const mine = IDBKeyRange.bound([personId], [personId, []])
    return (await guarded(database.count('unsent', mine))) > 0
  } catch {
    // A browser that keeps nothing has nothing waiting; open pages ask for themselves before they close.
    return false
  } finally {
    database?.close()
  }
}

function keyOf({ personId, room, clientId, n }: Unsent): [string, string, number, number] {
  return [personId, room, clientId, n]
}

function guarded<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('the browser storage does not answer')),
      storageGuardMs,
    )
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}
