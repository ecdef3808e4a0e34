import type { Break } from './break.ts'

const append = 'prisma/migrations/0010_append_together/migration.sql'
const refusing = 'server/sync/refusing.test.ts'
const contract = 'server/log/postgres-log.test.ts'

/** Let somebody in, or let something be written, without the right to it. */
export const breaksOfRights: readonly Break[] = [
  {
    name: 'right checked before the lock',
    wrong: 'reads rights_rev, then waits for the plan’s row, then writes by what it read',
    edits: [
      { file: append, find: '  held uuid[];\n', put: '  held uuid[];\n  early bigint[];\n' },
      {
        file: append,
        find: 'BEGIN\n',
        put: 'BEGIN\n  SELECT array_agg(p.rights_rev ORDER BY array_position(p_plans, p.id)) INTO early\n    FROM plan p WHERE p.id = ANY (p_plans);\n',
      },
      { file: append, find: 'FOR NO KEY UPDATE SKIP LOCKED', put: 'FOR NO KEY UPDATE' },
      {
        file: append,
        find: 'WHEN p.rights_rev <> a.rev THEN',
        put: 'WHEN early[array_position(p_plans, p.id)] <> a.rev THEN',
      },
    ],
    guards: [{ file: 'server/sync/revoking.test.ts', name: 'removed from the branch|demoted' }],
  },
  {
    name: 'session not asked in the append',
    wrong: 'appends what somebody wrote whose session is over',
    edits: [{ file: append, find: 'WHEN p.id = ANY (ended_in) THEN', put: 'WHEN false THEN' }],
    guards: [{ file: contract, name: 'names only the sessions that are over' }],
  },
  {
    name: 'rights of the newest reader for all',
    wrong: 'takes the newest reading of the room for everybody’s right',
    edits: [
      {
        file: 'server/sync/write-queue.ts',
        find: 'if (update !== null && writer.rightsRev < oldest) oldest = writer.rightsRev',
        put: 'if (update !== null && writer.rightsRev < 0n) oldest = writer.rightsRev',
      },
    ],
    guards: [{ file: 'server/sync/room.test.ts' }],
  },
  {
    name: 'writes of the revoked stay queued',
    wrong: 'goes on with what somebody wrote whose right was seen to be gone',
    edits: [
      {
        file: 'server/sync/write-queue.ts',
        find: 'if (update !== null && writer.rightsRev < oldest) oldest = writer.rightsRev',
        put: 'if (update !== null && writer.rightsRev < 0n) oldest = writer.rightsRev',
      },
      {
        file: 'server/sync/room.ts',
        find: 'if ([...this.#queue.writers].some((writer) => writer.hasLostRight)) this.#judgeAnew()\n',
        put: '\n',
      },
    ],
    guards: [{ file: 'server/sync/revoking.test.ts' }],
  },
  {
    name: 'viewers may write',
    wrong: 'lets whoever may only look into the gate',
    edits: [
      {
        file: 'server/sync/inbound.ts',
        find: '    if (!connection.mayWrite) return this.#refuseReader(ordinal, update, isStep2)\n',
        put: '',
      },
    ],
    guards: [{ file: refusing, name: 'a forged update is refused' }],
  },
  {
    name: 'origin not asked',
    wrong: 'opens a socket to the page of any site',
    edits: [
      {
        file: 'server/sync/origin.ts',
        find: 'if (origin === undefined) return false',
        put: 'if (origin !== null) return true',
      },
    ],
    guards: [{ file: refusing, name: 'foreign or missing Origin' }],
  },
  {
    name: 'epoch and status not asked',
    wrong: 'appends to a plan that is finalised or of another epoch',
    edits: [
      { file: append, find: 'CASE WHEN p.epoch <> a.epoch THEN', put: 'CASE WHEN false THEN' },
      { file: append, find: "WHEN p.status = 'finalised' THEN", put: 'WHEN false THEN' },
    ],
    guards: [{ file: 'server/log/append.test.ts', name: 'nor to a finalised plan' }],
  },
  {
    name: 'names from the client',
    wrong: 'shows people under the name that they give themselves',
    edits: [
      {
        file: 'server/sync/presence.ts',
        find: 'return JSON.stringify({ ...shown, user })',
        put: 'return JSON.stringify({ user, ...Object(value) })',
      },
    ],
    guards: [{ file: 'server/sync/presence.test.ts', name: 'names and colours of the server' }],
  },
  {
    name: 'every proxy believed',
    wrong: 'takes from anybody where a request is said to come from',
    edits: [
      {
        file: 'server/http/clean-headers.ts',
        find: 'if (given === undefined || !isOwnProxy(peer)) return peer',
        put: 'if (given === undefined) return peer',
      },
    ],
    guards: [{ file: 'server/http/clean-headers.test.ts' }],
  },
]
