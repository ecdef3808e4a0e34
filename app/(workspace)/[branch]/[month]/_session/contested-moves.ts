import type * as Y from 'yjs'
import { assignmentsOf } from '#domain/plan-doc.ts'
import type { Target } from '#domain/plan-view.ts'
import { parseSlotKey, toSlot } from '#domain/slots.ts'

/** One member whom two people moved without knowing of each other; one of the moves holds. */
export interface ContestedMove {
  /** Stable while it is shown. */
  id: string
  memberId: string
  /** Where this person put the member; null when taken off. */
  mine: Target | null
  /** Where the other one did. */
  theirs: Target | null
  /** Where the member is now. */
  kept: Target | null
  /** The other one's Yjs client, for the name. */
  byClient: number
}

interface OwnMove {
  /** The written slot; null when it was deleted, which leaves no trace to compare with. */
  id: Y.ID | null
  target: Target | null
  at: number
}

/** Taking a member off is called contested when another move of the same slot arrives within this, in milliseconds. */
const takenOffForMs = 3_000

/**
 * Watches the places for moves that crossed: written by two people neither of whom had seen the other's. Both
 * are told, the one whose move holds too. Returns what stops watching.
 */
export function watchContestedMoves(
  doc: Y.Doc,
  isFromServer: (origin: unknown) => boolean,
  tell: (move: ContestedMove) => void,
  now: () => number,
): () => void {
  const assignments = assignmentsOf(doc)
  const own = new Map<string, OwnMove>()

  function observe(event: Y.YMapEvent<unknown>, transaction: Y.Transaction): void {
    for (const slot of event.keysChanged) {
      const chain = chainOf(assignments._map.get(slot))
      if (!isFromServer(transaction.origin)) noteOwn(slot, chain, transaction)
      const mine = own.get(slot)
      const theirs = mine && crossing(chain, mine, transaction, isFromServer(transaction.origin))
      if (mine && theirs) tellOf(slot, mine, theirs)
    }
  }

  function noteOwn(slot: string, chain: readonly Y.Item[], transaction: Y.Transaction): void {
    const latest = chain.find((item) => isNew(item, transaction))
    const target = latest ? targetIn(slot, latest) : null
    own.set(slot, { id: latest?.id ?? null, target, at: now() })
  }

  function crossing(
    chain: readonly Y.Item[],
    mine: OwnMove,
    transaction: Y.Transaction,
    isRemote: boolean,
  ): Y.Item | undefined {
    const { id } = mine
    if (!isRemote) return id ? crossedByReturning(chain, id) : undefined
    const arrived = chain.filter((item) => isNew(item, transaction))
    if (id) return arrived.find((item) => !hasSeen(chain, item, id))
    return now() - mine.at <= takenOffForMs ? arrived[0] : undefined
  }

  function tellOf(slot: string, mine: OwnMove, theirs: Y.Item): void {
    const memberId = parseSlotKey(slot)?.memberId
    const kept = toSlot(slot, assignments.get(slot))?.target ?? null
    if (memberId === undefined) return
    tell({
      id: `${slot}/${theirs.id.client}/${theirs.id.clock}`,
      memberId,
      mine: mine.target,
      theirs: targetIn(slot, theirs),
      kept,
      byClient: theirs.id.client,
    })
  }

  assignments.observe(observe)
  return () => assignments.unobserve(observe)
}

/** Every value that the slot was given, the one that holds first. */
function chainOf(latest: Y.Item | undefined): Y.Item[] {
  const chain: Y.Item[] = []
  for (let item: Y.Item | null = latest ?? null; item; item = item.left) chain.push(item)
  return chain
}

/** Work of an earlier visit that comes back meets what others wrote meanwhile: the value that held until now. */
function crossedByReturning(chain: readonly Y.Item[], mine: Y.ID): Y.Item | undefined {
  const own = chain.find((item) => covers(item, mine))
  if (!own) return undefined
  return chain.find(
    (item) =>
      item.id.client !== mine.client &&
      !hasSeen(chain, own, item.id) &&
      !hasSeen(chain, item, mine),
  )
}

/** Had the writer of `item` seen the value `seen` in this slot? */
function hasSeen(chain: readonly Y.Item[], item: Y.Item, seen: Y.ID): boolean {
  let origin = item.origin
  while (origin) {
    const at = origin
    if (at.client === seen.client && at.clock >= seen.clock) return true
    origin = chain.find((other) => covers(other, at))?.origin ?? null
  }
  return false
}

/** Deleted values that follow one another are kept as one item, so an id may lie inside of it. */
function covers(item: Y.Item, id: Y.ID): boolean {
  return (
    item.id.client === id.client &&
    item.id.clock <= id.clock &&
    id.clock < item.id.clock + item.length
  )
}

function isNew(item: Y.Item, transaction: Y.Transaction): boolean {
  return item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
}

/** Values that lost are still readable while the document tells of the change. */
function targetIn(slot: string, item: Y.Item): Target | null {
  const [value] = item.content.getContent()
  return toSlot(slot, value)?.target ?? null
}
