import type { Break } from './break.ts'

const turn = 'server/data/advice/turn.ts'
const threads = 'server/data/advice/threads.test.ts'

/** Let something be said, read or told that should not be. */
export const breaksOfAdvice: readonly Break[] = [
  {
    name: 'advice: right read before the lock',
    wrong:
      'reads what somebody may, then waits for the talk about the plan, then writes by what it read',
    edits: [
      { file: turn, find: '  const grants = await holdGrants(tx, speaker)\n', put: '' },
      {
        file: turn,
        find: '  await tx.$executeRaw`insert into plan_advice',
        put: '  const grants = await holdGrants(tx, speaker)\n  await tx.$executeRaw`insert into plan_advice',
      },
      {
        file: turn,
        find: '::uuid for share`',
        put: '::uuid`',
      },
      {
        file: turn,
        find: 'and not must_change_password\n       for share`',
        put: 'and not must_change_password`',
      },
      {
        file: turn,
        find: 'expires_at > clock_timestamp() for share`',
        put: 'expires_at > clock_timestamp()`',
      },
    ],
    guards: [{ file: threads, name: 'after the right was taken away' }],
  },
  {
    name: 'advice: an act done as often as it comes',
    wrong: 'does not ask whether an act was done before',
    edits: [
      {
        file: 'server/data/advice/only-once.ts',
        find: 'if (count === 0) await isDone',
        put: 'if (count < 0) await isDone',
      },
    ],
    guards: [{ file: threads, name: 'sent twice at the same moment' }],
  },
  {
    name: 'advice: read by everybody',
    wrong: 'gives plain members what others say about the plan',
    edits: [
      {
        file: 'server/data/advice/advice-news.ts',
        find: 'threads: wanted && mayComment ?',
        put: 'threads: wanted ?',
      },
    ],
    guards: [{ file: threads, name: 'by a plain member' }],
  },
  {
    name: 'advice: words of others',
    wrong: 'lets anybody who may comment rewrite and delete everybody’s comments',
    edits: [
      {
        file: 'server/data/advice/acts/own-comment.ts',
        find: "  if (comment.authorId !== speaker.personId) throw new DomainError('noRight')\n",
        put: '',
      },
    ],
    guards: [{ file: threads, name: 'by their author alone' }],
  },
  {
    name: 'advice: told of oneself',
    wrong: 'gives people notices of their own acts',
    edits: [{ file: 'server/data/advice/notify.ts', find: 'id !== speaker.personId && ', put: '' }],
    guards: [{ file: 'server/data/advice/notices.test.ts', name: 'one unread digest' }],
  },
  {
    name: 'advice: accepted twice',
    wrong: 'tells both of two editors that the proposal is theirs to carry out',
    edits: [
      {
        file: 'server/data/advice/acts/settle-proposal.ts',
        find: "speaker.personId) return\n    throw new DomainError('alreadySettled')",
        put: 'speaker.personId) return\n    return',
      },
    ],
    guards: [{ file: 'server/data/advice/settling.test.ts', name: 'exactly one of two editors' }],
  },
]
