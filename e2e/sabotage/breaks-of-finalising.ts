import type { Break } from './break.ts'

const write = 'server/records/write-record.ts'
const turn = 'server/records/record-turn.ts'
const finalise = 'server/data/record/finalise-month.test.ts'
const courses = 'server/data/record/sequences.property.test.ts'

/** Make two records of one month, one of what was not committed, or one by somebody who may not. */
export const breaksOfFinalising: readonly Break[] = [
  {
    name: 'finalising compares nothing under the lock',
    wrong: 'writes the record that it made although the plan or the roster changed meanwhile',
    edits: [
      {
        file: write,
        find: '  if (!(await isStillSo(turn, ready))) return false\n',
        put: '  await isStillSo(turn, ready)\n',
      },
    ],
    guards: [{ file: finalise, name: 'never with anything that changed' }],
  },
  {
    name: 'finalising forgets the desk',
    wrong: 'leaves out of the record what was written at the desk while it was made',
    edits: [{ file: write, find: ' && now.desk === ground.desk', put: '' }],
    guards: [{ file: finalise, name: 'with what was written at the desk' }],
  },
  {
    name: 'finalising takes no lock',
    wrong: 'compares the plan’s row while others write to it',
    edits: [{ file: turn, find: ' where id = $1 for no key update', put: ' where id = $1' }],
    guards: [
      { file: finalise, name: 'once, however often' },
      { file: 'e2e/live/finalising/races.test.ts' },
    ],
  },
  {
    name: 'finalising leaves the epoch',
    wrong: 'lets those who slept come back to the room that was finalised as if it were open again',
    edits: [
      {
        file: write,
        find: "set status = 'finalised', epoch = epoch + 1 where",
        put: "set status = 'finalised' where",
      },
    ],
    guards: [{ file: 'e2e/live/finalising/freezing.test.ts' }],
  },
  {
    name: 'the right to finalise is remembered',
    wrong: 'makes a month final for somebody whose role was taken away meanwhile',
    edits: [{ file: write, find: "  turn.require('plan.finalise')\n", put: '' }],
    guards: [{ file: finalise, name: 'by nobody whose right or session' }],
  },
  {
    name: 'the same record id is another record',
    wrong: 'tells whoever presses twice that somebody else was first',
    edits: [
      {
        file: 'server/data/record/finalise-month.ts',
        find: '    if (await isRecordWritten(database.pool, planId, act.recordId, asker.personId)) return\n',
        put: '',
      },
      {
        file: 'server/data/record/finalise-month.ts',
        find: '      if (await isRecordWritten(database.pool, planId, act.recordId, asker.personId)) return null\n',
        put: '',
      },
      {
        file: 'server/data/record/finalise-month.ts',
        find: '    if (await isRecordWritten(database.pool, planId, ready.record.id, asker.personId)) return true\n',
        put: '',
      },
    ],
    guards: [{ file: finalise, name: 'once, however often' }],
  },
  {
    name: 'the password is asked for once',
    wrong: 'makes a month final on a sign-in of this morning',
    edits: [
      {
        file: 'server/records/confirmation.ts',
        find: 'const holdsFor = 10 * 60_000',
        put: 'const holdsFor = 10 * 3_600_000',
      },
    ],
    guards: [{ file: finalise, name: 'gave the password' }],
  },
  {
    name: 'a final month opens without the password',
    wrong: 'opens a final month again on a sign-in of this morning',
    edits: [
      {
        file: 'server/records/plan-acts.ts',
        find: "  if (!confirmationHolds(turn)) throw new DomainError('confirmPassword')\n",
        put: '',
      },
    ],
    guards: [{ file: finalise, name: 'opened again by somebody who did' }],
  },
  {
    name: 'records can be changed',
    wrong: 'lets a statement change what was final',
    edits: [
      {
        file: 'prisma/migrations/0011_records/migration.sql',
        find: 'CREATE TRIGGER plan_record_stays BEFORE UPDATE OR DELETE ON plan_record\n  FOR EACH ROW EXECUTE FUNCTION stays_as_written();\n',
        put: '',
      },
    ],
    guards: [{ file: finalise, name: 'changed by nobody' }],
  },
  {
    name: 'a sign-off covers whatever comes after',
    wrong: 'counts who agreed to another content as agreeing to this one',
    edits: [
      {
        file: 'server/data/record/sign-off-views.ts',
        find: 'const covers = sha256 === settled.sha256',
        put: 'const covers = sha256.length === settled.sha256.length',
      },
    ],
    guards: [{ file: courses }],
  },
  {
    name: 'opened again in the epoch that was over',
    wrong: 'takes what slept through the finalising into the plan that was opened again',
    edits: [
      {
        file: 'server/records/plan-acts.ts',
        find: "set status = 'drafting', epoch = epoch + 1 where",
        put: "set status = 'drafting' where",
      },
    ],
    guards: [{ file: courses }],
  },
  {
    name: 'content remembered without the roster',
    wrong: 'signs off and finalises names and groups as they were before the lists changed',
    edits: [
      {
        file: 'server/records/settled-content.ts',
        find: 'held?.key === key',
        put: "held?.key.split(':')[0] === key.split(':')[0]",
      },
    ],
    guards: [{ file: courses }],
  },
  {
    name: 'late edits against the newest plan',
    wrong:
      'compares what came too late with what was done after its epoch, and does not tell of it',
    edits: [
      { file: 'server/records/late-items.ts', find: "BigInt(seq), 'late'", put: "headSeq, 'late'" },
    ],
    guards: [{ file: courses }],
  },
]
