import type { Break } from './break.ts'

const room = 'server/sync/room.ts'
const openSync = 'server/sync/open-sync.test.ts'
const nodes = 'server/sync/nodes.test.ts'

/** Called saved, or shown, what is not in the database; or lost what was. */
export const breaksOfSaving: readonly Break[] = [
  {
    name: 'acknowledge before commit',
    wrong: 'tells an author "decided" when the write is queued',
    edits: [
      {
        file: room,
        find: '      this.#queue.add(entry, layer)\n',
        put: '      this.#queue.add(entry, layer)\n      decideAll([entry])\n',
      },
    ],
    guards: [{ file: openSync, name: 'while the commit cannot happen' }],
  },
  {
    name: 'share before commit',
    wrong: 'shows others a write when it is queued',
    edits: [
      {
        file: room,
        find: '      this.#queue.add(entry, layer)\n',
        put: '      this.#queue.add(entry, layer)\n      this.audience.share({ update, before: () => this.copy.stateVector() }, entry.writer)\n',
      },
    ],
    guards: [{ file: openSync, name: 'while the commit cannot happen' }],
  },
  {
    name: 'errors of decoding acknowledged',
    wrong: 'calls an update that it cannot read decided',
    edits: [
      {
        file: 'server/sync/gate.ts',
        find: "if (decoding.kind !== 'decoded') return decoding",
        put: "if (decoding.kind !== 'decoded') return { kind: 'known' }",
      },
    ],
    guards: [
      { file: 'server/sync/refusing.test.ts', name: 'closes with 4409 and changes nothing' },
    ],
  },
  {
    name: 'gaps acknowledged',
    wrong: 'calls an update decided whose dependencies are missing',
    edits: [
      {
        file: room,
        find: 'writer.noteGap(ordinal, isStep2, () => this.copy.stateVector())',
        put: 'decideAll([entry])',
      },
    ],
    guards: [{ file: 'server/sync/refusing.test.ts', name: 'asked for what is missing' }],
  },
  {
    name: 'unknown commit not looked up',
    wrong: 'writes a batch again when only the answer to its commit was lost',
    edits: [
      {
        file: 'server/log/group-commit.ts',
        find: '        again = true\n',
        put: '        again = false\n',
      },
    ],
    guards: [
      { file: 'server/log/group-commit.test.ts', name: 'asks for a batch whose answer was lost' },
    ],
  },
  {
    name: 'last batch dropped at shutdown',
    wrong: 'closes without waiting for what it was sent',
    edits: [
      {
        file: 'server/sync/sync-node.ts',
        find: 'while (this.rooms.hasUnsettled && clock.now() < deadline) await pause(clock, drainLookMs)',
        put: 'void deadline',
      },
    ],
    guards: [{ file: nodes, name: 'waits for what is on its way' }],
  },
  {
    name: 'rows of other nodes skipped',
    wrong: 'puts its own row in without those that came before it on another node',
    edits: [{ file: room, find: 'if (base === this.copy.seq) {', put: 'if (base >= 0n) {' }],
    guards: [{ file: nodes, name: 'come to the same plan' }],
  },
  {
    name: 'notices only',
    wrong: 'learns of other nodes’ rows by NOTIFY alone',
    edits: [
      {
        file: 'server/sync/rounds.ts',
        find: '      }\n      void this.ask()\n',
        put: '      }\n',
      },
    ],
    guards: [{ file: nodes, name: 'by polling alone' }],
  },
  {
    name: 'late edit told before it is kept',
    wrong: 'tells an author where a late edit lies before it lies there',
    edits: [
      {
        file: 'server/sync/late-edits.ts',
        find: '    const outcome = this.#fits',
        put: "    writer.refuse(entry, 'finalised', this.#around.newId())\n    const outcome = this.#fits",
      },
    ],
    guards: [{ file: 'server/sync/late-edits.test.ts', name: 'is kept by the time' }],
  },
  {
    name: 'late work without its base decided',
    wrong: 'calls late work decided that no step 2 brought the base of',
    edits: [
      {
        file: 'server/sync/late-edits.ts',
        find: '        return this.#waitForBase(entry, thread)',
        put: '        return writer.noteGap(entry.ordinal, entry.isStep2, () => this.#room.copy.stateVector())',
      },
    ],
    guards: [{ file: 'server/sync/late-edits.test.ts', name: 'never calls decided what builds' }],
  },
  {
    name: 'outbox emptied when sent',
    wrong: 'forgets in the browser what was sent and is not decided',
    edits: [
      {
        file: 'app/(workspace)/[branch]/[month]/_session/live-plan.ts',
        find: '      this.#ledger.made([this.#unsent.add(update)], now)\n',
        put: '      const sent = this.#unsent.add(update)\n      this.#ledger.made([sent], now)\n      if (this.#link?.isConnected()) this.#unsent.settle([sent])\n',
      },
    ],
    guards: [{ file: 'e2e/live/saving.test.ts', name: 'W16' }],
  },
]
