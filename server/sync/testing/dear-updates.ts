// Updates that hold nothing forbidden and cost whoever takes them in far more than their bytes.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { proseOf } from '#domain/plan-doc.ts'
import { openPlanDoc } from '../../log/fold-rows.ts'
import { type ForgedGroup, forge, textBetween, valueAt } from './forge.ts'

type Id = readonly [client: number, clock: number]

/** A paragraph of one client that says `begin` and `end`, and the ids of the characters that meet there. */
export function gapBetween(client: number, begin: string, end: string) {
  const doc = openPlanDoc()
  doc.clientID = client
  const words = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  proseOf(doc, 'focus').insert(0, [paragraph])
  paragraph.insert(0, [words])
  words.insert(0, begin)
  words.insert(begin.length, end)
  const next = Y.getState(doc.store, client)
  const left: Id = [client, next - end.length - 1]
  const right: Id = [client, next - end.length]
  return { update: Y.encodeStateAsUpdate(doc), left, right }
}

/** Typed on and on, from left to right. */
export function forwards(client: number, left: Id, right: Id, count: number, from = 0) {
  const letters = Array.from({ length: count }, (_, at) => {
    const n = from + at
    return textBetween(n === 0 ? left : [client, n - 1], right, 'u')
  })
  return [client, from, ...letters] satisfies ForgedGroup
}

/** Typed one before the other, each directly behind `left`. */
export function backwards(client: number, left: Id, right: Id, count: number) {
  const letters = Array.from({ length: count }, (_, n) =>
    textBetween(left, n === 0 ? right : [client, n - 1], 'v'),
  )
  return [client, 0, ...letters] satisfies ForgedGroup
}

/** One run, and behind its end the first letter of another, which all of it comes before. */
export function twoLongRuns(first: number, length: number): Uint8Array {
  const { update, left, right } = gapBetween(first, 'a', 'z')
  const later = first + 2
  const letters = [textBetween([first + 1, length - 1], right, 'x')]
  for (let n = 0; n < length; n += 1) {
    letters.push(textBetween(left, n === 0 ? right : [later, n], 'v'))
  }
  return Y.mergeUpdates([
    update,
    forge([[later, 0, ...letters], forwards(first + 1, left, right, length)]),
  ])
}

/** A chain of letters by one client, and behind each of them one of another client, all before the same `end`. */
function comb(first: number, teeth: number): Uint8Array {
  const { update, left, right } = gapBetween(first, 'a', 'z')
  const spine = forwards(first + 2, left, right, teeth)
  const tooth = Array.from({ length: teeth }, (_, n) => textBetween([first + 2, n], right, 'v'))
  return Y.mergeUpdates([update, forge([spine, [first + 1, 0, ...tooth]])])
}

/** One key set as if for the first time, again and again. */
function oneKeyAnew(client: number, times: number): Uint8Array {
  const slot = { memberId: 'm2', target: { kind: 'group', id: 'g1' } }
  const write = valueAt('assignments', 'm2.0', (encoder) => encoding.writeAny(encoder, slot))
  return forge([[client, 0, ...Array.from({ length: times }, () => write)]])
}

/** A long text, deleted in 100,000 places. */
function cutToPieces(client: number): Uint8Array {
  const { update, right } = gapBetween(client, 'a', 'z'.repeat(400_000))
  const places = Array.from({ length: 99_000 }, (_, n): [number, number] => [right[1] + n * 4, 1])
  return Y.mergeUpdates([update, forge([], [[client, ...places]])])
}

/** Letters put into a long text from behind: each cuts it, and moves what was cut before. */
export function cutFromBehind(client: number, length: number, count: number): Uint8Array {
  const { update, right } = gapBetween(client, 'a', 'z'.repeat(length))
  const step = Math.floor(length / (count + 1))
  const letters = Array.from({ length: count }, (_, n) => {
    const at = right[1] + length - 1 - (n + 1) * step
    return textBetween([client, at], [client, at + 1], 'x')
  })
  return Y.mergeUpdates([update, forge([[client + 1, 0, ...letters]])])
}

/** Each by itself, from the first of a few client ids that nobody has. */
export const dearUpdates: readonly [name: string, update: (client: number) => Uint8Array][] = [
  [
    'two long runs, each item of one compared with all of the other',
    (own) => twoLongRuns(own, 9_000),
  ],
  ['a comb of 9,000 teeth, each before all that follows', (own) => comb(own, 9_000)],
  ['one key set anew 6,000 times', (own) => oneKeyAnew(own, 6_000)],
  ['a long text deleted in 99,000 places', cutToPieces],
]
