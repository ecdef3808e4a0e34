import { type EvenText, evenText } from './even-text.ts'

/** A stretch from `from` to before `to`, in UTF-16 units of a part's text. */
export interface Span {
  from: number
  to: number
}

/** A place on a surface: `at` units into what `place` holds. */
export interface PlaceAt<Place> {
  place: Place
  at: number
}

/** A stretch of a surface within one place. */
export interface Stretch<Place> extends Span {
  place: Place
}

/** Letters as a surface holds them: `raw` is where they begin in the raw text, `at` where in their place. */
interface Piece<Place> extends PlaceAt<Place> {
  raw: number
  length: number
}

/**
 * A prose part as one line of even text (even-text.ts), with the way back to the surface that it was read from: the
 * shared document, JSON, an editor, a page. Every surface that shows the same prose gives the same `text`, so a span
 * that was found on one can be drawn on another.
 */
export class PartText<Place> {
  readonly #pieces: readonly Piece<Place>[]
  readonly #byPlace: ReadonlyMap<Place, readonly Piece<Place>[]>
  readonly #even: EvenText

  constructor(raw: string, pieces: readonly Piece<Place>[]) {
    this.#pieces = pieces
    const byPlace = new Map<Place, Piece<Place>[]>()
    for (const piece of pieces) {
      const others = byPlace.get(piece.place)
      if (others) others.push(piece)
      else byPlace.set(piece.place, [piece])
    }
    this.#byPlace = byPlace
    this.#even = evenText(raw)
  }

  get text(): string {
    return this.#even.text
  }

  /** What a span covers on the surface, in order. */
  stretches(span: Span): Stretch<Place>[] {
    const from = this.#even.rawAt(span.from)
    const to = this.#even.rawEnd(span.to)
    return this.#pieces.flatMap(({ place, at, raw, length }) => {
      const begin = Math.max(from, raw)
      const end = Math.min(to, raw + length)
      return begin < end ? [{ place, from: at + begin - raw, to: at + end - raw }] : []
    })
  }

  /** Where a span begins and ends on the surface; null when it covers no letter of it. */
  ends(span: Span): { start: PlaceAt<Place>; end: PlaceAt<Place> } | null {
    const stretches = this.stretches(span)
    const first = stretches[0]
    const last = stretches.at(-1)
    if (!first || !last) return null
    return {
      start: { place: first.place, at: first.from },
      end: { place: last.place, at: last.to },
    }
  }

  /** How much text stands before a place of the surface; null when nothing of that place is in this part. */
  offsetOf({ place, at }: PlaceAt<Place>): number | null {
    const pieces = this.#byPlace.get(place)
    const piece = pieces?.findLast((one) => one.at <= at) ?? pieces?.[0]
    if (!piece) return null
    const within = Math.min(Math.max(at - piece.at, 0), piece.length)
    return this.#even.offsetOf(piece.raw + within)
  }

  /** The places that hold its letters, in order. */
  get places(): Place[] {
    return [...this.#byPlace.keys()]
  }
}

/** Puts a part's text together while a surface is walked. */
export class PartTextBuilder<Place> {
  readonly #pieces: Piece<Place>[] = []
  #raw = ''

  add(text: string, place: Place, at = 0): void {
    this.#pieces.push({ place, at, raw: this.#raw.length, length: text.length })
    this.#raw += text
  }

  /** Where a paragraph, a heading or a line ends or begins; as often as one likes. */
  gap(): void {
    this.#raw += '\n'
  }

  build(): PartText<Place> {
    return new PartText(this.#raw, this.#pieces)
  }
}
