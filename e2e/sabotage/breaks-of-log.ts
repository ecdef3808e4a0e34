import type { Break } from './break.ts'

const contract = 'server/log/postgres-log.test.ts'

/** Read or keep less than was written. */
export const breaksOfLog: readonly Break[] = [
  {
    name: 'snapshot of the live document',
    wrong: 'keeps what this node has in memory under the number of the newest row',
    edits: [
      {
        file: 'server/sync/rooms.ts',
        find: '      await this.#around.log.snapshot(room.planId)\n',
        put: '      Reflect.set(globalThis, room.planId, room.copy.doc)\n      await this.#around.log.snapshot(room.planId)\n',
      },
      {
        file: 'server/log/take-snapshot.ts',
        find: 'apart !== null && isLarge(updates) ? await apart.snapshot(updates) : folded(updates)',
        put: 'Reflect.has(globalThis, planId) ? snapshotOf(Reflect.get(globalThis, planId)) : folded(updates)',
      },
    ],
    guards: [{ file: 'server/sync/nodes.test.ts', name: 'S4' }],
  },
  {
    name: 'the newest row left out',
    wrong: 'reads the rows of other nodes with a hole at the end',
    edits: [
      {
        file: 'server/log/postgres-log.ts',
        find: 'where plan_id = $1 and seq > $2 order by seq',
        put: 'where plan_id = $1 and seq > $2 and seq < (select head_seq from plan where id = $1) order by seq',
      },
    ],
    guards: [{ file: contract, name: 'the rows after any place' }],
  },
  {
    name: 'missing rows unnoticed',
    wrong: 'opens a plan of which rows are missing',
    edits: [
      {
        file: 'server/log/assemble-plan.ts',
        find: 'if (rows.some((row, index) => row.seq !== first + BigInt(index + 1))) {',
        put: 'if (rows.some((row) => row.seq <= first)) {',
      },
      {
        file: 'server/log/assemble-plan.ts',
        find: 'if (first + BigInt(rows.length) !== head.seq) {',
        put: 'if (first + BigInt(rows.length) > head.seq) {',
      },
    ],
    guards: [
      { file: 'server/log/snapshot.property.test.ts', name: 'rows that are missing are not' },
    ],
  },
  {
    name: 'damaged snapshots believed',
    wrong: 'opens a plan from a snapshot whose bytes are not those that were written',
    edits: [
      {
        file: 'server/log/plan-snapshot.ts',
        find: 'return snapshots.find(isSound) ?? null',
        put: 'return snapshots.find((one) => isSound(one) || true) ?? null',
      },
    ],
    guards: [{ file: 'server/log/snapshot.property.test.ts', name: 'was damaged is passed over' }],
  },
  {
    name: 'a reader that throws',
    wrong: 'cannot show a plan in which one entry is no task',
    edits: [
      {
        file: 'domain/read-task.ts',
        find: 'if (!isId(id) || !(value instanceof Y.Map)) return null',
        put: "if (!isId(id)) return null\n  if (!(value instanceof Y.Map)) throw new Error('no task')",
      },
    ],
    guards: [{ file: 'domain/read-plan.property.test.ts' }],
  },
]
