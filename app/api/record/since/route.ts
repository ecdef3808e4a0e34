import { answerJson } from '#server/data/answer-json.ts'
import { changersFor } from '#server/data/record/changers.ts'

/** `?branch=<id>&month=<yyyy-mm>&seq=<row>`: who changed which things of the plan after that row of its log (Changer[]). */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const branch = searchParams.get('branch') ?? ''
  const month = searchParams.get('month') ?? ''
  const seq = Number(searchParams.get('seq') ?? '')
  return answerJson((database, actor) => changersFor(database, actor, branch, month, seq))
}
