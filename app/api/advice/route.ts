import { adviceFor } from '#server/data/advice/advice-news.ts'
import { sayToPlan } from '#server/data/advice/say-to-plan.ts'
import { answerJson } from '#server/data/answer-json.ts'

/** `?branch=<id>&month=<yyyy-mm>&since=<rev>`: what changed in the talk about a plan (AdviceNews). */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const branch = searchParams.get('branch') ?? ''
  const month = searchParams.get('month') ?? ''
  const since = Number(searchParams.get('since') ?? 0)
  return answerJson((database, actor) => adviceFor(database, actor, branch, month, since))
}

/** `{ acts: AdviceAct[] }`: does them one after the other and answers `{ answers: ActAnswer[] }`, one for each. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async (database, actor) => {
    const input: unknown = await request.json().catch(() => null)
    return sayToPlan(database, actor, input)
  })
}
