import type { Break } from './break.ts'

const gate = 'server/sync/gate.ts'
const gateTest = 'server/sync/gate.test.ts'

/** Let in what no honest editor writes. */
export const breaksOfGate: readonly Break[] = [
  {
    name: 'anybody’s client id',
    wrong: 'takes structs under a client id that is somebody else’s',
    edits: [
      {
        file: gate,
        find: "else if (owner !== author.personId) return { kind: 'foreign' }",
        put: '',
      },
    ],
    guards: [{ file: gateTest, name: 'client id of somebody else is foreign' }],
  },
  {
    name: 'foreign garbage',
    wrong: 'takes collected garbage under anybody’s client id, which silences its owner',
    edits: [
      {
        file: gate,
        find: '  for (const { client } of fresh) {\n',
        put: '  for (const { client, structs } of fresh) {\n    if (structs.every((struct) => struct instanceof Y.GC)) continue\n',
      },
    ],
    guards: [{ file: gateTest, name: 'would silence a victim' }],
  },
  {
    name: 'owners not compared in the database',
    wrong: 'lets two nodes give one client id to two people',
    edits: [
      {
        file: 'prisma/migrations/0010_append_together/migration.sql',
        find: 'WHEN p.id = ANY (foreign_in) THEN',
        put: 'WHEN false THEN',
      },
    ],
    guards: [{ file: 'server/log/postgres-log.test.ts', name: 'keeps a client id' }],
  },
  {
    name: 'whatever it costs to take in',
    wrong: 'takes an update that holds everyone up for seconds, now and at every load',
    edits: [
      {
        file: 'server/sync/room.ts',
        find: 'this.#around.efforts.refuse(batch, this.#queue.inFlight, this.copy)',
        put: 'false',
      },
    ],
    guards: [{ file: 'server/sync/attacks.test.ts', name: 'a comb of 9,000 teeth' }],
  },
  {
    name: 'frames of any size',
    wrong: 'reads a frame however large it is',
    edits: [
      {
        file: 'server/sync/reception.ts',
        find: 'maxPayload: options.limits.ceilingBytes,',
        put: 'maxPayload: 0,',
      },
    ],
    guards: [
      { file: 'server/sync/refusing.test.ts', name: 'is not read at all beyond twice that' },
    ],
  },
  {
    name: 'any number of structs',
    wrong: 'takes an update apart however much is in it',
    edits: [
      {
        file: 'server/sync/decode-update.ts',
        find: 'if (this.structsRead > updateLimits.structs) throw new TooLarge()',
        put: '',
      },
    ],
    guards: [{ file: gateTest, name: 'more structs than anybody writes' }],
  },
  {
    name: 'any key',
    wrong: 'stores keys that no plan has',
    edits: [
      {
        file: 'server/sync/placement.ts',
        find: "if (!isKnownKey(spot)) return 'invalid'",
        put: '',
      },
    ],
    guards: [{ file: gateTest, name: 'G3' }],
  },
  {
    name: 'refused, then taken again',
    wrong: 'takes what follows a refused write on the same connection',
    edits: [
      {
        file: 'server/sync/inbound.ts',
        find: "if (connection.refusing !== null && connection.refusing !== 'finalised') {",
        put: 'if (connection.refusing === undefined) {',
      },
    ],
    guards: [{ file: 'server/sync/refusing.test.ts', name: 'and everything after it' }],
  },
]
