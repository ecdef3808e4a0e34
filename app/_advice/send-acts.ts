import type { ActAnswer, AdviceAct } from '#domain/advice/advice-act.ts'

/** What came of one attempt to send some acts. */
export type SendOutcome =
  | { kind: 'answered'; answers: readonly ActAnswer[] }
  /** No answer, or a server that cannot answer now: the same acts again later. */
  | { kind: 'later' }
  | { kind: 'signedOut' }
  /** The request as a whole was not understood. */
  | { kind: 'refused'; code: string; message: string }

/** Milliseconds until a request counts as lost; a phone on a weak line is slow, not gone. */
const patienceMs = 30_000

/** Sends acts to the one door for writing. Never throws. */
export async function sendActs(acts: readonly AdviceAct[]): Promise<SendOutcome> {
  try {
    const answer = await fetch('/api/advice', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ acts }),
      signal: AbortSignal.timeout(patienceMs),
    })
    return judge(answer.status, await answer.json())
  } catch {
    return { kind: 'later' }
  }
}

function judge(status: number, body: unknown): SendOutcome {
  if (status === 200 && isObject(body) && Array.isArray(body['answers'])) {
    return { kind: 'answered', answers: body['answers'].filter(isAnswer) }
  }
  if (status === 401) return { kind: 'signedOut' }
  const mayPass = status === 408 || status === 429 || status >= 500 || status < 400
  if (mayPass || !isObject(body)) return { kind: 'later' }
  return { kind: 'refused', code: textOf(body['code']), message: textOf(body['message']) }
}

function isAnswer(value: unknown): value is ActAnswer {
  if (!isObject(value) || typeof value['id'] !== 'string') return false
  if (value['ok'] === true) return true
  return (
    value['ok'] === false &&
    typeof value['code'] === 'string' &&
    typeof value['message'] === 'string' &&
    typeof value['again'] === 'boolean'
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
