import { answerJson } from '#server/data/answer-json.ts'
import { householdsFor } from '#server/data/households.ts'

/** `?group=<id>&month=<yyyy-mm>`: the households of a group, for those who may read them. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const group = searchParams.get('group') ?? ''
  const month = searchParams.get('month') ?? ''
  return answerJson((database, actor) => householdsFor(database, actor, group, month))
}
