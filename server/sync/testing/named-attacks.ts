// Updates that are known to hurt servers that hand them to Yjs as they come, each with where it is known from.
import * as Y from 'yjs'
import { assignMember } from '#domain/commands/assign-member.ts'
import { assignmentsOf, proseOf, tasksOf } from '#domain/plan-doc.ts'
import { openPlanDoc } from '../../log/fold-rows.ts'
import { dearUpdates } from './dear-updates.ts'
import {
  collected,
  forge,
  nested,
  numbers,
  poisoned,
  skipped,
  textAfter,
  valueAt,
} from './forge.ts'

/** What the attacker knows: the document, its server's client id, and the victim's, with their next clocks. */
export interface Scene {
  doc: Y.Doc
  server: number
  victim: number
  /** An id that nobody has. */
  own: number
}

/** closed 4409, refused with a reason, asked for what is missing, or taken for nothing new. */
export type Answer = 'closed' | 'invalid' | 'tooLarge' | 'asked' | 'nothing'

export interface NamedAttack {
  name: string
  answer: Answer
  update(scene: Scene): Uint8Array
}

const target = { kind: 'group', id: 'g1' } as const
const slot = { memberId: 'm2', target }

/** What an editor with this client id would send, had it done this to the present document. */
function work(scene: Scene, change: (doc: Y.Doc) => void, clientId = scene.own): Uint8Array {
  const doc = openPlanDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(scene.doc))
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  change(doc)
  return Y.mergeUpdates(updates)
}

function clockOf({ doc }: Scene, client: number): number {
  return Y.getState(doc.store, client)
}

const bytes: NamedAttack[] = [
  {
    name: 'seven bytes that announce 32 million structs',
    answer: 'closed',
    update: () => numbers(1, 32_000_000),
  },
  { name: 'an endless number', answer: 'closed', update: () => new Uint8Array(40).fill(255) },
  {
    name: 'half of an honest update',
    answer: 'closed',
    update: (scene) => {
      const whole = work(scene, (doc) => assignMember(doc, { memberId: 'm2', target }))
      return whole.slice(0, Math.floor(whole.byteLength / 2))
    },
  },
  {
    name: 'an honest update in format V2',
    answer: 'closed',
    update: (scene) =>
      Y.convertUpdateFormatV1ToV2(
        work(scene, (doc) => assignMember(doc, { memberId: 'm2', target })),
      ),
  },
  {
    // Run lengths of V2 (yjs#687): a few bytes that stand for a great many structs.
    name: 'run lengths of format V2',
    answer: 'closed',
    update: () =>
      Uint8Array.of(
        0,
        0,
        5,
        1,
        0xff,
        0xff,
        0xff,
        0x7f,
        0,
        0,
        0,
        0,
        0,
        1,
        0,
        1,
        1,
        0xff,
        0xff,
        0x7f,
        0,
        0,
      ),
  },
  {
    name: 'values nested 200,000 deep',
    answer: 'closed',
    update: ({ own }) => forge([[own, 0, valueAt('assignments', 'm2.0', nested(200_000))]]),
  },
  {
    name: 'one client twice',
    answer: 'closed',
    update: ({ own }) =>
      forge([
        [own, 0, collected(1)],
        [own, 9, collected(1)],
      ]),
  },
]

const clocks: NamedAttack[] = [
  {
    name: 'sixteen bytes that take over the victim’s client id',
    answer: 'invalid',
    update: (scene) => forge([[scene.victim, clockOf(scene, scene.victim), collected(2 ** 19)]]),
  },
  {
    name: 'the same with a length of 2^40',
    answer: 'closed',
    update: (scene) => forge([[scene.victim, clockOf(scene, scene.victim), collected(2 ** 40)]]),
  },
  {
    name: 'garbage in the server’s own client id',
    answer: 'invalid',
    update: (scene) => forge([[scene.server, clockOf(scene, scene.server), collected(1)]]),
  },
  {
    name: 'an assignment in the victim’s client id',
    answer: 'invalid',
    update: (scene) =>
      work(scene, (doc) => assignMember(doc, { memberId: 'm2', target }), scene.victim),
  },
  {
    name: 'a skip',
    answer: 'invalid',
    update: ({ own }) => forge([[own, 0, skipped(3), collected(1)]]),
  },
  {
    name: 'a clock that jumps',
    answer: 'asked',
    update: ({ own }) => forge([[own, 5, collected(1)]]),
  },
  {
    name: 'a jump in the victim’s clock',
    answer: 'asked',
    update: (scene) => forge([[scene.victim, clockOf(scene, scene.victim) + 9, collected(1)]]),
  },
  {
    name: 'a clock near the end of numbers',
    answer: 'closed',
    update: ({ own }) => forge([[own, Number.MAX_SAFE_INTEGER, collected(9)]]),
  },
  {
    name: 'an orphan',
    answer: 'asked',
    update: ({ own }) => forge([[own, 0, textAfter(own + 1, 7, 'x')]]),
  },
  {
    name: 'what builds on its own future',
    answer: 'invalid',
    update: ({ own }) => forge([[own, 0, textAfter(own, 5, 'x')]]),
  },
  {
    name: 'deletes beyond what is there',
    answer: 'asked',
    update: ({ victim }) => forge([], [[victim, [0, 2 ** 40]]]),
  },
  { name: 'deletes of nobody’s', answer: 'asked', update: ({ own }) => forge([], [[own, [0, 1]]]) },
  {
    // The same id and clock with other content: whoever came first stays.
    name: 'another content for a known id and clock',
    answer: 'nothing',
    update: ({ server }) => forge([[server, 0, valueAt('assignments', 'm2.0', poisoned(slot))]]),
  },
]

const amounts: NamedAttack[] = [
  {
    name: '10,000 roots',
    answer: 'invalid',
    update: ({ own }) => {
      const doc = new Y.Doc()
      doc.clientID = own
      for (let n = 0; n < 10_000; n += 1) doc.getMap(`r${n}`).set('k', 1)
      return Y.encodeStateAsUpdate(doc)
    },
  },
  {
    name: 'more map keys than anybody writes',
    answer: 'tooLarge',
    update: ({ own }) => {
      const doc = openPlanDoc()
      doc.clientID = own
      doc.transact(() => {
        for (let n = 0; n < 21_000; n += 1) assignmentsOf(doc).set(`m${n}.0`, n)
      })
      return Y.encodeStateAsUpdate(doc)
    },
  },
  {
    name: 'structs of 300 clients',
    answer: 'tooLarge',
    update: ({ own }) => forge(Array.from({ length: 300 }, (_, n) => [own + n, 0, collected(1)])),
  },
  {
    name: 'more deleted ranges than anybody makes',
    answer: 'tooLarge',
    update: ({ server }) =>
      forge([], [[server, ...Array.from({ length: 100_001 }, (): [number, number] => [0, 1])]]),
  },
]

const shapes: [string, (doc: Y.Doc) => unknown][] = [
  ['a root of its own', (doc) => doc.getMap('rights').set('an', 'secretary')],
  ['a slot called __proto__', (doc) => assignmentsOf(doc).set('__proto__', slot)],
  ['a task called constructor', (doc) => tasksOf(doc).set('constructor', new Y.Map())],
  ['a task called prototype', (doc) => tasksOf(doc).set('prototype', new Y.Map())],
  ['a slot with more in it', (doc) => assignmentsOf(doc).set('m2.0', { ...slot, note: 'x' })],
  ['bytes for a slot', (doc) => assignmentsOf(doc).set('m2.0', new Uint8Array(9))],
  ['a document in the document', (doc) => assignmentsOf(doc).set('m2.0', new Y.Doc())],
  ['a shared type for a slot', (doc) => assignmentsOf(doc).set('m2.0', new Y.Map())],
  [
    'a node that prose does not have',
    (doc) => proseOf(doc, 'focus').insert(0, [new Y.XmlElement('script')]),
  ],
  [
    'words outside a paragraph’s node',
    (doc) => proseOf(doc, 'focus').insert(0, [new Y.XmlHook('x') as never]),
  ],
  ['an attribute that prose does not have', (doc) => paragraph(doc).setAttribute('onclick', 'x')],
  [
    'a mark that prose does not have',
    (doc) => words(doc).format(0, 1, { link: { href: 'javascript:x' } }),
  ],
  ['an embed', (doc) => words(doc).insertEmbed(0, { image: 'x' })],
  ['prose nested 20 deep', (doc) => nestProse(doc, 20)],
]

/** Everything that must be answered without a trace. */
export const namedAttacks: readonly NamedAttack[] = [
  ...bytes,
  ...clocks,
  ...amounts,
  ...dearUpdates.map(
    ([name, update]): NamedAttack => ({
      name,
      answer: 'invalid',
      update: ({ own }) => update(own),
    }),
  ),
  ...shapes.map(
    ([name, change]): NamedAttack => ({
      name,
      answer: 'invalid',
      update: (scene) => work(scene, change),
    }),
  ),
  ...['__proto__', 'constructor', 'prototype'].map(
    (name): NamedAttack => ({
      name: `a value with a ${name} of its own`,
      answer: 'invalid',
      update: ({ own }) => forge([[own, 0, valueAt('assignments', 'm2.0', poisoned(slot, name))]]),
    }),
  ),
]

function paragraph(doc: Y.Doc): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  proseOf(doc, 'focus').insert(0, [element])
  return element
}

function words(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText('chữ')
  paragraph(doc).insert(0, [text])
  return text
}

function nestProse(doc: Y.Doc, depth: number): void {
  let parent: Y.XmlFragment = proseOf(doc, 'focus')
  for (let at = 0; at < depth; at += 1) {
    const child = new Y.XmlElement('listItem')
    parent.insert(0, [child])
    parent = child
  }
}
