import * as Y from 'yjs'

/** A stretch of one client's clocks in a list: of an item of the document, or new. */
export interface Piece {
  readonly client: number
  readonly clock: number
  length: number
  readonly origin: Y.ID | null
  readonly rightOrigin: Y.ID | null
  /** The type whose list it is in, as an object to tell types apart; null when it is collected. */
  readonly parent: object | null
  readonly key: string | null
  /** Whose last piece goes on, in the document, with what is right of this. */
  readonly item: Y.Item | null
  /** Undefined as long as it is what the document says. */
  right: Piece | null | undefined
  /** The new one that was compared with it last, and how many that had passed before. */
  passedBy: Piece | null
  passedAs: number
}

/** The items of a type, or of one of its keys. */
export interface List {
  first: Piece | null
  /** Known of keys only. */
  size: number
}

/**
 * The lists of a document with new items among them, and items cut where Yjs would cut them. What is not touched
 * is read from the document; the document is never changed.
 */
export class Pieces {
  readonly #doc: Y.Doc
  /** Of items of the document that are looked at. */
  readonly #ofItems = new Map<Y.Item, Piece[]>()
  /** New ones, per client with rising clocks. */
  readonly #added = new Map<number, Piece[]>()
  readonly #lists = new Map<object, Map<string | null, List>>()
  /** Cuts per client. */
  readonly #cuts = new Map<number, number>()
  #moved = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** How many elements the cuts so far move within the arrays in which Yjs keeps each client's structs. */
  get moved(): number {
    return this.#moved
  }

  clockOf(client: number): number {
    const last = this.#added.get(client)?.at(-1)
    return last ? last.clock + last.length : Y.getState(this.#doc.store, client)
  }

  has(id: Y.ID): boolean {
    return id.clock < this.clockOf(id.client)
  }

  /** How many structs this client has, generously counted. */
  countOf(client: number): number {
    const structs = this.#doc.store.clients.get(client)?.length ?? 0
    const added = this.#added.get(client)?.length ?? 0
    return structs + added + (this.#cuts.get(client) ?? 0)
  }

  /** How many of this client's structs lie at or behind this clock, generously counted. */
  countFrom(client: number, clock: number): number {
    const structs = this.#doc.store.clients.get(client)
    if (structs && clock < Y.getState(this.#doc.store, client)) {
      return this.countOf(client) - Y.findIndexSS(structs, clock)
    }
    const added = this.#added.get(client) ?? []
    return added.length - Math.max(0, indexIn(added, clock))
  }

  /** How many of these two clocks lie within a piece, so that deleting between them cuts there. */
  edgesIn(client: number, from: number, to: number): number {
    return [from, to].filter((clock) => {
      const piece = this.find(Y.createID(client, clock))
      return piece !== null && piece.clock < clock
    }).length
  }

  add(struct: Y.Item | Y.GC, parent: object | null, key: string | null): Piece {
    const { id, length } = struct
    const isItem = struct instanceof Y.Item
    const piece: Piece = {
      client: id.client,
      clock: id.clock,
      length,
      origin: isItem ? struct.origin : null,
      rightOrigin: isItem ? struct.rightOrigin : null,
      parent,
      key,
      item: null,
      right: null,
      passedBy: null,
      passedAs: 0,
    }
    const list = this.#added.get(id.client)
    if (list) list.push(piece)
    else this.#added.set(id.client, [piece])
    return piece
  }

  /** The piece that holds this id; null for what is collected, or not there. */
  find(id: Y.ID): Piece | null {
    const pieces = this.#around(id)
    return pieces?.[indexIn(pieces, id.clock)] ?? null
  }

  /** The piece that ends with this id, cut off there if need be. */
  endingAt(id: Y.ID): Piece | null {
    return this.#cut(id, id.clock + 1, 0)
  }

  /** The piece that begins with this id, cut off there if need be. */
  startingAt(id: Y.ID): Piece | null {
    return this.#cut(id, id.clock, 1)
  }

  rightOf(piece: Piece): Piece | null {
    if (piece.right !== undefined) return piece.right
    const next = piece.item?.right
    return next ? this.#firstOf(next) : null
  }

  /** The type that a parent, as an update names it, stands for; null when it is collected. */
  typeOf(parent: unknown): object | null {
    if (typeof parent === 'string') return this.#doc.share.get(parent) ?? null
    if (!(parent instanceof Y.ID)) return null
    const piece = this.find(parent)
    if (piece === null || piece.item === null) return piece
    const { content } = piece.item
    return content instanceof Y.ContentType ? content.type : null
  }

  /** The list of this type, or of this key of it. */
  listOf({ parent, key }: Piece): List {
    if (parent === null) return { first: null, size: 0 }
    const lists = this.#lists.get(parent) ?? new Map<string | null, List>()
    this.#lists.set(parent, lists)
    const list = lists.get(key) ?? this.#listInDocument(parent, key)
    lists.set(key, list)
    return list
  }

  #listInDocument(parent: object, key: string | null): List {
    if (!(parent instanceof Y.AbstractType)) return { first: null, size: 0 }
    let first = key === null ? parent._start : (parent._map.get(key) ?? null)
    let size = first ? 1 : 0
    for (; key !== null && first?.left; first = first.left) size += 1
    return { first: first ? this.#firstOf(first) : null, size }
  }

  /** All pieces of the struct around this id that is in the document, or all new ones of its client. */
  #around(id: Y.ID): Piece[] | null {
    if (id.clock >= Y.getState(this.#doc.store, id.client))
      return this.#added.get(id.client) ?? null
    const item = this.#structAt(id)
    return item instanceof Y.Item ? this.#ofItem(item) : null
  }

  #structAt({ client, clock }: Y.ID): Y.Item | Y.GC | undefined {
    const structs = this.#doc.store.clients.get(client)
    return structs?.[Y.findIndexSS(structs, clock)]
  }

  #firstOf(item: Y.Item): Piece | null {
    return this.#ofItem(item)[0] ?? null
  }

  #ofItem(item: Y.Item): Piece[] {
    const known = this.#ofItems.get(item)
    if (known) return known
    const { id, length, origin, rightOrigin, parent, parentSub } = item
    const whole: Piece = {
      client: id.client,
      clock: id.clock,
      length,
      origin,
      rightOrigin,
      parent: parent instanceof Y.AbstractType ? parent : null,
      key: parentSub,
      item,
      right: undefined,
      passedBy: null,
      passedAs: 0,
    }
    const pieces = [whole]
    this.#ofItems.set(item, pieces)
    return pieces
  }

  #cut(id: Y.ID, clock: number, side: 0 | 1): Piece | null {
    const pieces = this.#around(id)
    if (!pieces) return null
    const index = indexIn(pieces, id.clock)
    const piece = pieces[index]
    if (!piece || piece.parent === null) return piece ?? null
    const kept = clock - piece.clock
    if (kept === 0 || kept === piece.length) return piece
    const rest: Piece = {
      ...piece,
      clock,
      length: piece.length - kept,
      origin: Y.createID(piece.client, clock - 1),
    }
    piece.right = rest
    piece.length = kept
    pieces.splice(index + 1, 0, rest)
    this.#moved += this.countFrom(piece.client, clock)
    this.#cuts.set(piece.client, (this.#cuts.get(piece.client) ?? 0) + 1)
    return side === 0 ? piece : rest
  }
}

/** Where in these, which rise, the piece with this clock is; -1 if in none. */
function indexIn(pieces: readonly Piece[], clock: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (!piece) return -1
    if (clock < piece.clock) high = middle - 1
    else if (clock >= piece.clock + piece.length) low = middle + 1
    else return middle
  }
  return -1
}
