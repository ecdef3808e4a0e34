import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type {
  AdviceNews,
  AdvicePerson,
  CommentView,
  ReportView,
  ThreadView,
} from '#domain/advice/advice-view.ts'
import type { OutboxAct, SendingState } from './advice-outbox.ts'

/** How it stands with an own act that the server has not shown yet. */
export interface Sending {
  actId: string
  state: SendingState
  message: string | null
}

export interface ShownComment extends CommentView {
  /** Null for what the server has. */
  sending: Sending | null
}
export interface ShownThread extends Omit<ThreadView, 'comments'> {
  comments: readonly ShownComment[]
  /** Of the thread itself: its beginning, resolving, settling. */
  sending: Sending | null
}
export interface ShownReport extends ReportView {
  sending: Sending | null
}

export interface ShownAdvice {
  threads: readonly ShownThread[]
  reports: readonly ShownReport[]
  people: readonly AdvicePerson[]
  isMuted: boolean
}

/** Who is laying, and which member of the branch they are. */
export interface AdviceMe extends AdvicePerson {
  memberId: string | null
}

/**
 * What the server has, with one's own unsent acts laid over it in order. A beginning, a reply and a report that
 * failed stay in sight with the reason; a change that failed is not shown as done.
 */
export function layUnsent(
  news: AdviceNews | null,
  acts: readonly OutboxAct[],
  me: AdviceMe,
): ShownAdvice {
  let shown: ShownAdvice = {
    threads: (news?.threads ?? []).map((thread) => ({
      ...thread,
      comments: thread.comments.map((comment) => ({ ...comment, sending: null })),
      sending: null,
    })),
    reports: (news?.reports ?? []).map((report) => ({ ...report, sending: null })),
    people: news?.people ?? [],
    isMuted: news?.isMuted ?? false,
  }
  for (const item of acts) shown = layOne(shown, item, me)
  return shown
}

type Lay<Kind extends AdviceAct['kind']> = (
  shown: ShownAdvice,
  act: Extract<AdviceAct, { kind: Kind }>,
  context: { sending: Sending; me: AdviceMe; at: string },
) => ShownAdvice

function layOne(shown: ShownAdvice, item: OutboxAct, me: AdviceMe): ShownAdvice {
  const { act, state, message } = item
  const context = {
    sending: { actId: act.id, state, message },
    me,
    at: new Date(item.at).toISOString(),
  }
  const lay = layers[act.kind] as Lay<AdviceAct['kind']>
  return lay(shown, act, context)
}

const layers: { [Kind in AdviceAct['kind']]: Lay<Kind> } = {
  begin: (shown, act, { sending, me, at }) => {
    if (shown.threads.some(({ id }) => id === act.threadId)) return shown
    const thread: ShownThread = {
      id: act.threadId,
      place: act.place,
      anchor: null,
      epoch: 0,
      author: me,
      at,
      resolved: null,
      comments: act.body === '' ? [] : [ownComment(act, { sending, me, at }, shown.people)],
      proposal: act.change && { change: act.change, state: 'open', settled: null },
      rev: 0,
      sending,
    }
    return { ...shown, threads: [...shown.threads, thread] }
  },
  reply: (shown, act, context) =>
    onThread(shown, act.threadId, (thread) => {
      if (thread.comments.some(({ id }) => id === act.id)) return thread
      const comment = ownComment(act, context, shown.people)
      return { ...thread, comments: [...thread.comments, comment] }
    }),
  edit: (shown, act, { sending, at }) =>
    onComment(shown, act.commentId, (comment) => {
      if (sending.state === 'failed') return { ...comment, sending }
      const mentions = shown.people.filter(({ personId }) => act.mentions.includes(personId))
      return { ...comment, body: act.body, mentions, editedAt: at, sending }
    }),
  delete: (shown, act, { sending }) =>
    onComment(shown, act.commentId, (comment) =>
      sending.state === 'failed'
        ? { ...comment, sending }
        : { ...comment, isDeleted: true, body: '', mentions: [], sending },
    ),
  resolve: (shown, act, { sending, me, at }) =>
    onThread(shown, act.threadId, (thread) =>
      sending.state === 'failed'
        ? { ...thread, sending }
        : { ...thread, resolved: act.resolved ? { by: me, at } : null, sending },
    ),
  settle: (shown, act, { sending, me, at }) =>
    onThread(shown, act.threadId, (thread) => {
      if (!thread.proposal || sending.state === 'failed') return { ...thread, sending }
      const settled = act.state === 'open' ? null : { by: me, at }
      return { ...thread, proposal: { ...thread.proposal, state: act.state, settled }, sending }
    }),
  report: (shown, act, { sending, me, at }) => {
    if (shown.reports.some(({ id }) => id === act.id)) return shown
    const { id, taskId, outcome, figure, reason, next } = act
    const said = { id, taskId, outcome, figure, reason, next }
    const own = { memberId: me.memberId ?? '', author: me, at, taken: null, rev: 0, sending }
    return { ...shown, reports: [...shown.reports, { ...said, ...own }] }
  },
  take: (shown, act, { sending, me, at }) => {
    const taken = act.taken ? { by: me, at } : null
    const reports = shown.reports.map((report) => {
      if (report.id !== act.reportId) return report
      return sending.state === 'failed' ? { ...report, sending } : { ...report, taken, sending }
    })
    return { ...shown, reports }
  },
  read: (shown) => shown,
  mute: (shown, act, { sending }) =>
    sending.state === 'failed' ? shown : { ...shown, isMuted: act.muted },
}

function ownComment(
  act: { id: string; body: string; mentions: readonly string[] },
  { sending, me, at }: { sending: Sending; me: AdviceMe; at: string },
  people: readonly AdvicePerson[],
): ShownComment {
  const mentions = people.filter(({ personId }) => act.mentions.includes(personId))
  const { id, body } = act
  return { id, author: me, at, editedAt: null, isDeleted: false, body, mentions, sending }
}

function onThread(
  shown: ShownAdvice,
  threadId: string,
  turn: (thread: ShownThread) => ShownThread,
): ShownAdvice {
  const threads = shown.threads.map((thread) => (thread.id === threadId ? turn(thread) : thread))
  return { ...shown, threads }
}

function onComment(
  shown: ShownAdvice,
  commentId: string,
  turn: (comment: ShownComment) => ShownComment,
): ShownAdvice {
  const threads = shown.threads.map((thread) =>
    thread.comments.some(({ id }) => id === commentId)
      ? {
          ...thread,
          comments: thread.comments.map((comment) =>
            comment.id === commentId ? turn(comment) : comment,
          ),
        }
      : thread,
  )
  return { ...shown, threads }
}
