import { answerJson } from '#server/data/answer-json.ts'
import { deskFor } from '#server/data/record/desk.ts'
import { answerRecordAct } from '#server/data/record/take-record-act.ts'

/** `?branch=<id>&month=<yyyy-mm>`: what rows know about finalising a month (RecordDesk). */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const branch = searchParams.get('branch') ?? ''
  const month = searchParams.get('month') ?? ''
  return answerJson((database, actor) => deskFor(database, actor, branch, month))
}

/** One RecordAct: does it and answers `{ ok: true }`. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async (database, actor) => {
    const input: unknown = await request.json().catch(() => null)
    return answerRecordAct(database, actor, input)
  })
}
