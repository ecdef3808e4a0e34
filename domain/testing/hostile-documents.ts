import fc from 'fast-check'
import * as Y from 'yjs'

const roots = ['assignments', 'tasks', 'review', 'focus', 'organisation', 'junk', '__proto__']
const keys = fc.oneof(
  fc.constantFrom(
    'an.0',
    'an.1',
    'an.01',
    'be.0',
    'an',
    '__proto__',
    'constructor',
    't1',
    't2',
    '',
  ),
  fc.string({ maxLength: 6 }),
)
const words = fc.oneof(
  fc.constantFrom(
    'an',
    'be',
    'g1',
    'group',
    'hamlet',
    'education',
    '2026-12',
    '2026-02-30',
    'done',
  ),
  fc.constantFrom('\u202Eabc', 'e\u0302\u0303', '\uD800', 'a\u0000b', '\u200B', 'x'.repeat(5_000)),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const names = fc.constantFrom(
  ...['memberId', 'target', 'kind', 'id', 'field', 'ids', 'title', 'doers', 'coDoers', 'place'],
  ...['due', 'status', 'result', 'carriedFrom', 'order', 'removed', 'month', 'taskId', 'times'],
  ...['level', 'start', 'bold', 'href'],
)
const slot = fc.record(
  {
    memberId: fc.constantFrom('an', 'be', 7, null),
    target: fc.constantFrom<unknown>(
      { kind: 'group', id: 'g1' },
      { kind: 'group', id: 'g2', more: 1 },
      { kind: 'hamlet', id: 'h1', field: 'education' },
      null,
    ),
  },
  { noNullPrototype: true },
)

/** Plain values as they may lie inside a document: half right, or anything. */
const plain: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: slot, weight: 3 },
  {
    arbitrary: fc.dictionary(names, fc.oneof(words, fc.integer(), fc.array(words)), {
      noNullPrototype: true,
    }),
    weight: 2,
  },
  { arbitrary: words, weight: 2 },
  fc.constantFrom(null, true, false, Number.NaN, -1, 1e308, 10n),
  fc.array(words, { maxLength: 4 }),
  fc.uint8Array({ maxLength: 4 }),
)

/** One hostile act on a document: any root as any type, anything put into it. */
export interface HostileAct {
  root: string
  as: 'map' | 'text' | 'array' | 'xml'
  key: string
  name: string
  value: unknown
  inner: 'plain' | 'map' | 'text' | 'xmlText' | 'array' | 'element' | 'doc'
}

export const hostileActs: fc.Arbitrary<HostileAct[]> = fc.array(
  fc.record({
    root: fc.constantFrom(...roots),
    as: fc.constantFrom('map', 'map', 'text', 'array', 'xml', 'xml'),
    key: keys,
    name: fc.oneof(
      names,
      fc.constantFrom('paragraph', 'heading', 'orderedList', 'listItem', 'script'),
    ),
    value: plain,
    inner: fc.constantFrom('plain', 'map', 'map', 'text', 'xmlText', 'array', 'element', 'doc'),
  }),
  { maxLength: 25 },
)

/** A document as other browsers would send it: made elsewhere, its roots not yet opened as any type here. */
export function hostileDoc(acts: readonly HostileAct[]): Y.Doc {
  const doc = new Y.Doc()
  // One author for each way of using the roots, since a document can open a root as one type only.
  const authors = new Map<string, Y.Doc>()
  for (const act of acts) {
    const author = authors.get(act.as) ?? new Y.Doc()
    author.clientID = 100 + ['map', 'text', 'array', 'xml'].indexOf(act.as)
    authors.set(act.as, author)
    Y.applyUpdate(author, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(author)))
    perform(author, act)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(author, Y.encodeStateVector(doc)))
  }
  return doc
}

function perform(doc: Y.Doc, act: HostileAct): void {
  const value = innerOf(act)
  if (act.as === 'map') doc.getMap(act.root).set(act.key, value)
  else if (act.as === 'array')
    doc.getArray(act.root).push([act.inner === 'plain' ? [value] : value])
  else if (act.as === 'text') doc.getText(act.root).insertEmbed(0, { [act.name]: String(act.key) })
  else doc.getXmlFragment(act.root).insert(0, [nodeOf(act)])
}

function innerOf({ inner, name, value }: HostileAct): unknown {
  if (inner === 'plain') return value
  if (inner === 'map') return new Y.Map<unknown>([[name, value]])
  if (inner === 'text') return new Y.Text(String(value).slice(0, 9_000))
  if (inner === 'xmlText') return new Y.XmlText(String(value).slice(0, 20))
  if (inner === 'array') return arrayOf(value)
  if (inner === 'element') return new Y.XmlElement(name)
  return new Y.Doc()
}

function arrayOf(value: unknown): Y.Array<unknown> {
  const array = new Y.Array<unknown>()
  // Inside a list of its own: Yjs writes some values only there.
  array.push([[value]])
  return array
}

function nodeOf({ name, key, value, inner }: HostileAct): Y.XmlElement | Y.XmlText {
  const text = new Y.XmlText()
  text.insert(0, String(key), { [name]: true, bold: {} })
  if (inner === 'xmlText') return text
  const element = new Y.XmlElement<{ [key: string]: string }>(name)
  element.setAttribute(key, value as string)
  let deepest: Y.XmlElement = element as unknown as Y.XmlElement
  for (let depth = 0; depth < (inner === 'array' ? 40 : 1); depth += 1) {
    const child = new Y.XmlElement(inner === 'map' ? 'listItem' : 'bulletList')
    deepest.insert(0, [child])
    deepest = child
  }
  deepest.insert(0, [text])
  return element as unknown as Y.XmlElement
}
