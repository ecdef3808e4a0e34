import type { ErrorCode } from '#domain/errors.ts'
import type { LateDesk, LateItemView } from '#domain/late/late-view.ts'
import type { Changer } from '#domain/record/changer.ts'
import type { RecordAct } from '#domain/record/record-act.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'

/** Which plan a desk is of. */
export interface DeskPlan {
  branchId: string
  month: string
}

export type DeskOutcome =
  | { kind: 'desk'; desk: RecordDesk }
  /** No answer, or none now. */
  | { kind: 'later' }
  /** Signed out, no right, or no such plan. */
  | { kind: 'refused' }

export type ActOutcome =
  | { kind: 'done' }
  /** `message` is the server's sentence in the person's language. */
  | { kind: 'refused'; code: ErrorCode; message: string }
  /** Nobody knows whether it was done. */
  | { kind: 'noAnswer' }

/** Milliseconds until a request counts as lost. */
const patienceMs = 30_000

/** Reads the desk of a plan. Never throws. */
export async function readDesk(plan: DeskPlan): Promise<DeskOutcome> {
  const asked = new URLSearchParams({ branch: plan.branchId, month: plan.month })
  try {
    const answer = await fetch(`/api/record?${asked}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.ok) return { kind: 'desk', desk: (await answer.json()) as RecordDesk }
    return { kind: answer.status === 429 || answer.status >= 500 ? 'later' : 'refused' }
  } catch {
    return { kind: 'later' }
  }
}

/** Who changed which things after a row of the plan's log; null without an answer. Never throws. */
export function readChangers(plan: DeskPlan, seq: number): Promise<Changer[] | null> {
  return readOf<Changer[]>('/api/record/since', plan, { seq: String(seq) })
}

/** What a late edit of the plan says and what was decided; null without an answer. Never throws. */
export async function readLateEdit(
  plan: DeskPlan,
  lateEditId: string,
): Promise<LateItemView[] | null> {
  const desk = await readOf<LateDesk>('/api/late', plan, { edit: lateEditId })
  return desk && (desk.edits.find(({ id }) => id === lateEditId)?.items ?? [])
}

async function readOf<Answer>(
  address: string,
  { branchId: branch, month }: DeskPlan,
  more: Readonly<Record<string, string>>,
): Promise<Answer | null> {
  const asked = new URLSearchParams({ branch, month, ...more })
  try {
    const answer = await fetch(`${address}?${asked}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    })
    return answer.ok ? ((await answer.json()) as Answer) : null
  } catch {
    return null
  }
}

/** Does one act. Never throws. */
export function sendAct(act: RecordAct): Promise<ActOutcome> {
  return post('/api/record', act)
}

/** Proves with the password that it is still the person who signed in. Never throws. */
export function confirmPassword(password: string): Promise<ActOutcome> {
  return post('/api/record/confirm', { password })
}

async function post(address: string, body: unknown): Promise<ActOutcome> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // What is sent as a page closes still goes out.
      keepalive: true,
      signal: AbortSignal.timeout(patienceMs),
    })
    if (answer.ok) return { kind: 'done' }
    // A server that has no time says so in words of ours; from anything before it comes something else.
    if (answer.status >= 500 && answer.status !== 503) return { kind: 'noAnswer' }
    const { code, message } = (await answer.json()) as { code: ErrorCode; message: string }
    return { kind: 'refused', code, message }
  } catch {
    return { kind: 'noAnswer' }
  }
}
