import * as Y from 'yjs'
import { ConflictScan } from './conflict-scan.ts'
import { type Piece, Pieces } from './pieces.ts'

/** What taking in some writes costs, in steps of a comparison between two items (about 0.2 µs each). */
export interface Toil {
  /** Comparisons of items. They come again, in some order, wherever the plan is loaded. */
  compared: number
  /** Elements of arrays that are moved by cutting and joining items, counted as comparisons. Once only. */
  moved: number
  /** Siblings by other client ids of their own author that new items met without having known them. */
  met: number
}

/** Who wrote, and what each new item of theirs costs besides, for items of their own that may come to meet it. */
export interface Toiler {
  isOwn(client: number): boolean
  crowd: number
}

/** Elements that move within an array in the time of one step. */
const movesPerStep = 200
/** Links of a chain that are followed in the time of one step. */
const linksPerStep = 4
/** What a cut and the deletion of what lies behind it cost by themselves, in steps. */
const stepsPerCut = 10

/**
 * Goes through the motions of Yjs taking updates in, one after the other, without touching the document: finds
 * for each new item the place in its list as `Item.integrate` of Yjs 13.6 does, and counts what has to be looked
 * at. Where Yjs may stop early because of how two client ids compare, it counts on, so that ids do not matter.
 * What is over `most` steps is counted no further, and nothing may be added after it.
 */
export class DryRun {
  readonly #pieces: Pieces
  #most = 0
  #toil: Toil = { compared: 0, moved: 0, met: 0 }
  #toiler: Toiler = { isOwn: () => false, crowd: 0 }

  constructor(doc: Y.Doc) {
    this.#pieces = new Pieces(doc)
  }

  /** Takes in one update, which leaves no gap. Later ones build on it. */
  add(update: Uint8Array, toiler: Toiler, most: number): Toil {
    this.#most = most
    this.#toil = { compared: 0, moved: 0, met: 0 }
    this.#toiler = toiler
    const movedBefore = this.#pieces.moved
    const { structs, ds } = Y.decodeUpdate(update)
    this.#takeIn(queuesOf(structs))
    if (this.#toil.compared > most) return this.#toil
    const moved = this.#movedBy(ds.clients) + this.#pieces.moved - movedBefore
    this.#toil.moved = Math.floor(moved / movesPerStep)
    return this.#toil
  }

  /** In the order of Yjs: higher client ids first, and what an item depends on before it. */
  #takeIn(queues: Map<number, Queue>): void {
    for (const client of [...queues.keys()].toSorted((a, b) => b - a)) {
      const waiting: Struct[] = []
      let head = next(queues, client)
      while (head && this.#toil.compared <= this.#most) {
        const needed = next(queues, this.#missing(head))
        if (needed) {
          waiting.push(head)
          head = needed
        } else {
          this.#integrate(head)
          head = waiting.pop() ?? next(queues, client)
        }
      }
    }
  }

  /** The client of something that must be there before this item; null when all is. */
  #missing(item: Struct): number | null {
    if (!(item instanceof Y.Item)) return null
    const parent: unknown = item.parent
    for (const id of [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null]) {
      if (id && id.client !== item.id.client && !this.#pieces.has(id)) return id.client
    }
    return null
  }

  #integrate(item: Struct): void {
    if (item.id.clock < this.#pieces.clockOf(item.id.client)) return
    if (!(item instanceof Y.Item)) {
      this.#pieces.add(item, null, null)
      return
    }
    const { origin, rightOrigin } = item
    const left = origin && this.#pieces.endingAt(origin)
    const right = rightOrigin && this.#pieces.startingAt(rightOrigin)
    const isGone = (origin && !left?.parent) || (rightOrigin && !right?.parent)
    const beside = left ?? right
    const parent = isGone ? null : (beside?.parent ?? this.#pieces.typeOf(item.parent))
    const piece = this.#pieces.add(item, parent, beside ? beside.key : item.parentSub)
    this.#toil.compared += this.#toiler.crowd
    if (parent) this.#place(piece, left, right)
  }

  #place(piece: Piece, left: Piece | null, right: Piece | null): void {
    const list = this.#pieces.listOf(piece)
    if (left === null && piece.key !== null) this.#toil.compared += list.size / linksPerStep
    const begin = left ? this.#pieces.rightOf(left) : list.first
    const before = begin === right ? left : this.#scan(piece, left, begin, right)
    list.size += 1
    if (before) {
      piece.right = this.#pieces.rightOf(before)
      before.right = piece
    } else {
      piece.right = list.first
      list.first = piece
    }
  }

  /** Behind which piece it comes to stand; counts those that are looked at. */
  #scan(piece: Piece, left: Piece | null, begin: Piece | null, right: Piece | null): Piece | null {
    const scan = new ConflictScan(piece, left, (id) => this.#pieces.find(id))
    for (let other = begin; other && other !== right; other = this.#pieces.rightOf(other)) {
      this.#toil.compared += 1
      const kind = scan.pass(other)
      if (kind === null || this.#toil.compared > this.#most) break
      if (kind === 'sibling') this.#meet(piece, other)
    }
    return scan.behind
  }

  #meet(piece: Piece, sibling: Piece): void {
    if (sibling.client === piece.client || !this.#toiler.isOwn(sibling.client)) return
    this.#toil.met += 1
    this.#toiler.crowd += 1
  }

  /** Deleting cuts what is deleted in part, and afterwards joins it to what is deleted beside it. */
  #movedBy(deletes: ReadonlyMap<number, readonly { clock: number; len: number }[]>): number {
    let moved = 0
    for (const [client, ranges] of deletes) {
      for (const { clock, len } of ranges) {
        const cuts = this.#pieces.edgesIn(client, clock, clock + len)
        // Ranges rise, so the cuts of earlier ones lie before these.
        moved += (cuts + 1) * this.#pieces.countFrom(client, clock)
        moved += cuts * stepsPerCut * movesPerStep
      }
    }
    return moved
  }
}

type Struct = Y.Item | Y.GC

/** One client's new structs in their order, and how many of them are taken. */
interface Queue {
  structs: Struct[]
  taken: number
}

function queuesOf(structs: readonly unknown[]): Map<number, Queue> {
  const queues = new Map<number, Queue>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item || struct instanceof Y.GC)) continue
    const queue = queues.get(struct.id.client)
    if (queue) queue.structs.push(struct)
    else queues.set(struct.id.client, { structs: [struct], taken: 0 })
  }
  return queues
}

function next(queues: Map<number, Queue>, client: number | null): Struct | null {
  const queue = client === null ? undefined : queues.get(client)
  const struct = queue?.structs[queue.taken]
  if (!queue || !struct) return null
  queue.taken += 1
  return struct
}
