import { answerJson } from '#server/data/answer-json.ts'
import { lateDeskFor } from '#server/data/record/late-desk.ts'

/** `?branch=<id>&month=<yyyy-mm>`: what came too late for a month and what was decided (LateDesk). */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const branch = searchParams.get('branch') ?? ''
  const month = searchParams.get('month') ?? ''
  return answerJson((database, actor) => lateDeskFor(database, actor, branch, month))
}
