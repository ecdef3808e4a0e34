import * as Y from 'yjs'
import type { Piece } from './pieces.ts'

/**
 * Where a new item comes to stand among those that others put between the same neighbours: the comparison in
 * `Item.integrate` of Yjs 13.6 (YATA; Nicolaescu, Jahns, Derntl, Klamma: Near Real-Time Peer-to-Peer Shared
 * Editing on Extensible Data Types, GROUP 2016), fed one item after the other. Marks what it passes, so only one
 * may be at work at a time.
 */
export class ConflictScan {
  readonly #piece: Piece
  readonly #find: (id: Y.ID) => Piece | null
  /** Those passed from this one on are in conflict. */
  #firstInConflict = 0
  #passed = 0
  #last: Piece | null = null
  #isPlaced = false
  /** Behind which it stands, after what was passed so far; null is the beginning of the list. */
  behind: Piece | null

  constructor(piece: Piece, left: Piece | null, find: (id: Y.ID) => Piece | null) {
    this.#piece = piece
    this.#find = find
    this.behind = left
  }

  /**
   * Passes the next one to the right: a sibling, with the same left neighbour, or what was put behind a sibling;
   * null for anything else, which is the end. Does not stop where only the order of client ids makes Yjs stop.
   */
  pass(other: Piece): 'sibling' | 'within' | null {
    const last = this.#last
    other.passedBy = this.#piece
    other.passedAs = this.#passed
    this.#passed += 1
    this.#last = other
    if (Y.compareIDs(this.#piece.origin, other.origin)) return this.#passSibling(other)
    const parting = other.origin && this.#partingAt(other.origin, last)
    if (parting?.passedBy !== this.#piece) return null
    if (parting.passedAs < this.#firstInConflict) this.#goBehind(other)
    return 'within'
  }

  /** The piece that holds this id; mostly the one that was passed last. */
  #partingAt(id: Y.ID, last: Piece | null): Piece | null {
    const isLast = last && last.client === id.client && last.clock + last.length - 1 === id.clock
    return isLast ? last : this.#find(id)
  }

  #passSibling(other: Piece): 'sibling' | null {
    const { client, rightOrigin } = this.#piece
    const isTwin = Y.compareIDs(rightOrigin, other.rightOrigin)
    if (other.client < client) this.#goBehind(other)
    else if (isTwin) this.#isPlaced = true
    return isTwin && other.client === client ? null : 'sibling'
  }

  #goBehind(other: Piece): void {
    if (this.#isPlaced) return
    this.behind = other
    this.#firstInConflict = this.#passed
  }
}
