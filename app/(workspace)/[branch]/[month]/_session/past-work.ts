import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { newPlanDoc } from '#domain/plan-doc.ts'
import { readPlan } from '#domain/read-plan.ts'
import { closeCode, type Refused } from '#domain/wire.ts'
import { type Change, changesBetween } from './changes-between.ts'
import { livingClients } from './client-lock.ts'
import { compositionHold } from './composition-hold.ts'
import { openPlan, type PlanLinkEvents, type PlanLinkOptions } from './open-plan.ts'
import {
  moveToDrafts,
  openOutboxOf,
  readUnsentElsewhere,
  type Unsent,
  writeOutbox,
} from './outbox.ts'
import { takePicture } from './plan-picture.ts'

export type PastWorkOptions = Pick<
  PlanLinkOptions,
  'url' | 'room' | 'personId' | 'Socket' | 'now' | 'random'
>

/** What became of work for a room whose epoch is over. `later`: nobody answered. */
type Delivery =
  | { kind: 'known' }
  | { kind: 'later' }
  | ({ kind: 'refused' } & Omit<Refused, 'frame'>)

/** How long the server may take to say what became of it, in milliseconds. */
const patienceMs = 20_000

/**
 * Sends what an earlier visit left unsent to the room that it was written for, whose epoch is over by now: there it
 * becomes a late edit, and here a draft that says so (SPEC F75). `present` is the plan as it is now, held against which
 * the draft is told in words. Resolves with true when some of it must be tried again: its tab still lives, or nobody
 * answered. Never rejects; a browser that keeps nothing has nothing left over.
 */
export async function sendPastWork(options: PastWorkOptions, present: Y.Doc): Promise<boolean> {
  const { personId, room } = options
  let database: Awaited<ReturnType<typeof openOutboxOf>> | null = null
  try {
    database = await openOutboxOf(personId)
    let isLeft = false
    for (const [past, all] of byRoom(await readUnsentElsewhere(database, personId, room))) {
      const living = await livingClients({ personId, room: past })
      const left = all.filter(({ clientId }) => !living.has(clientId))
      isLeft ||= left.length < all.length
      if (left.length === 0) continue
      const updates = left.map(({ update }) => update)
      const changes = changesOf(present, updates)
      const delivery = await deliver({ ...options, room: past }, updates)
      if (delivery.kind === 'later') isLeft = true
      else if (delivery.kind === 'known') await writeOutbox(database, [], left)
      else {
        const { kind: _, ...refusal } = delivery
        const draft = { ...refusal, personId, room: past, at: options.now(), changes }
        await moveToDrafts(database, left, draft)
      }
    }
    return isLeft
  } catch {
    return false
  } finally {
    database?.close()
  }
}

function byRoom(unsent: readonly Unsent[]): Map<string, Unsent[]> {
  const rooms = new Map<string, Unsent[]>()
  for (const each of unsent) rooms.set(each.room, [...(rooms.get(each.room) ?? []), each])
  return rooms
}

/** What the updates would change in the plan as it is now. */
function changesOf(present: Y.Doc, updates: readonly Uint8Array[]): Change[] {
  const doc = newPlanDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(present))
  const before = takePicture(doc, readPlan(doc))
  Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
  const changes = changesBetween(before, takePicture(doc, readPlan(doc)))
  doc.destroy()
  return changes
}

/**
 * Joins the old room with a document that holds these updates and nothing else. The server asks what it lacks, and the
 * answer carries them, whether or not they can be applied here.
 */
function deliver(options: PastWorkOptions, updates: readonly Uint8Array[]): Promise<Delivery> {
  const doc = newPlanDoc()
  Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
  const awareness = new Awareness(doc)
  return new Promise<Delivery>((resolve) => {
    let refused: Refused | null = null
    const finish = (delivery: Delivery) => {
      clearTimeout(timer)
      // Not inside the link's own handler.
      queueMicrotask(() => {
        link.close()
        awareness.destroy()
        doc.destroy()
      })
      resolve(delivery)
    }
    const timer = setTimeout(() => finish({ kind: 'later' }), patienceMs)
    const outcome = (): Delivery => {
      if (refused === null) return { kind: 'known' }
      const { frame: _, ...refusal } = refused
      return { kind: 'refused', ...refusal }
    }
    const link = openPlan({
      ...options,
      doc,
      awareness,
      hold: compositionHold(),
      events: {
        ...deaf,
        refused: (said) => {
          refused ??= said
        },
        decided: () => finish(outcome()),
        closed: (code) => {
          if (refused) finish(outcome())
          // It builds on what the server never took, and so never can be taken.
          else if (code === closeCode.brokeProtocol) finish({ kind: 'refused', reason: 'invalid' })
          else finish({ kind: 'later' })
        },
      },
    })
  })
}

const ignore = () => undefined

const deaf: PlanLinkEvents = {
  connecting: ignore,
  connected: ignore,
  lost: ignore,
  closed: ignore,
  hello: ignore,
  synced: ignore,
  wrote: ignore,
  keptBack: ignore,
  decided: ignore,
  refused: ignore,
  changed: ignore,
}
