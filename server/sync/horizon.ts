import * as Y from 'yjs'
import { gone, goneSpot, type Place, placeInside, rootPlace, type Spot } from './place.ts'

/** What is remembered of a struct that is queued and not yet in the document. */
interface Sketch {
  clock: number
  length: number
  spot: Spot
  /** The place that it opens, when its content is a shared type. */
  opens: Place | null
}

/** Structs beyond the document, per client with rising clocks, and the client ids first used in them. */
export class Layer {
  readonly sketches = new Map<number, Sketch[]>()
  readonly claims = new Map<number, string>()

  clockOf(client: number): number | null {
    const last = this.sketches.get(client)?.at(-1)
    return last ? last.clock + last.length : null
  }

  add(client: number, sketch: Sketch): void {
    const list = this.sketches.get(client)
    if (list) list.push(sketch)
    else this.sketches.set(client, [sketch])
  }

  find(id: Y.ID): Sketch | null {
    const list = this.sketches.get(id.client)
    if (!list) return null
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const sketch = list[middle]
      if (!sketch) return null
      if (id.clock < sketch.clock) high = middle - 1
      else if (id.clock >= sketch.clock + sketch.length) low = middle + 1
      else return sketch
    }
    return null
  }

  /** Takes over what another layer, which stood on this one, holds. */
  absorb(upper: Layer): void {
    for (const [client, list] of upper.sketches) {
      for (const sketch of list) this.add(client, sketch)
    }
    for (const [client, person] of upper.claims) this.claims.set(client, person)
  }
}

/**
 * Everything that a new update may build on: the document of committed rows, and above it, in order, what is
 * on its way into the log. It answers questions about structs by id, without a second copy of the document.
 */
export class Horizon {
  readonly doc: Y.Doc
  readonly owners: ReadonlyMap<number, string | null>
  readonly layers: readonly Layer[]

  constructor(doc: Y.Doc, owners: ReadonlyMap<number, string | null>, layers: readonly Layer[]) {
    this.doc = doc
    this.owners = owners
    this.layers = layers
  }

  /** The same with one more layer on top. */
  under(layer: Layer): Horizon {
    return new Horizon(this.doc, this.owners, [...this.layers, layer])
  }

  /**
   * The clock that this client's next struct must have. The document may be past what waits: another node can have
   * committed the same writes and later ones, while the commit here is not settled.
   */
  clockOf(client: number): number {
    const committed = Y.getState(this.doc.store, client)
    for (let at = this.layers.length - 1; at >= 0; at -= 1) {
      const clock = this.layers[at]?.clockOf(client)
      if (clock !== null && clock !== undefined) return Math.max(clock, committed)
    }
    return committed
  }

  has(id: Y.ID): boolean {
    return id.clock < this.clockOf(id.client)
  }

  /** The owner of a client id: a person, null for the server's own, undefined for one never seen. */
  ownerOf(client: number): string | null | undefined {
    for (const layer of this.layers) {
      const person = layer.claims.get(client)
      if (person !== undefined) return person
    }
    return this.owners.get(client)
  }

  /** How many client ids this person has written with. */
  countOwnedBy(person: string): number {
    let count = 0
    for (const owner of this.owners.values()) if (owner === person) count += 1
    for (const { claims } of this.layers) {
      for (const owner of claims.values()) if (owner === person) count += 1
    }
    return count
  }

  /** Where a struct that `has` knows stands. */
  spotAt(id: Y.ID): Spot {
    const sketch = this.#sketchAt(id)
    if (sketch) return sketch.spot
    const struct = this.#structAt(id)
    return struct instanceof Y.Item ? spotOf(struct) : goneSpot
  }

  /** The place that a struct that `has` knows opens; null when it is no shared type. */
  placeAt(id: Y.ID): Place | null {
    const sketch = this.#sketchAt(id)
    if (sketch) return sketch.spot.place === gone ? gone : sketch.opens
    const struct = this.#structAt(id)
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return gone
    return struct.content instanceof Y.ContentType ? placeOf(struct.content.type) : null
  }

  #sketchAt(id: Y.ID): Sketch | null {
    if (id.clock < Y.getState(this.doc.store, id.client)) return null
    for (const layer of this.layers) {
      const sketch = layer.find(id)
      if (sketch) return sketch
    }
    return null
  }

  #structAt(id: Y.ID): Y.Item | Y.GC | undefined {
    const structs = this.doc.store.clients.get(id.client)
    return structs?.[Y.findIndexSS(structs, id.clock)]
  }
}

const placesOfTypes = new WeakMap<object, Place>()

/** The place of a type that is in a document. Types of unknown shape, which no gate let in, are gone to us. */
function placeOf(type: Y.AbstractType<unknown>): Place {
  const known = placesOfTypes.get(type)
  if (known) return known
  const item = type._item
  const place =
    item === null ? rootPlace(Y.findRootTypeKey(type)) : placeInside(spotOf(item), type, item.id)
  placesOfTypes.set(type, place ?? gone)
  return place ?? gone
}

function spotOf(item: Y.Item): Spot {
  // After integration the parent is always a type.
  if (!(item.parent instanceof Y.AbstractType)) return goneSpot
  return { place: placeOf(item.parent), key: item.parentSub }
}
