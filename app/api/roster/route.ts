import { answerJson } from '#server/data/answer-json.ts'
import { rosterFor } from '#server/data/roster.ts'

/** `?branch=<id>`: the roster of a branch, for a board that was told to read it again. */
export function GET(request: Request): Promise<Response> {
  const branch = new URL(request.url).searchParams.get('branch') ?? ''
  return answerJson((database, actor) => rosterFor(database, actor, branch))
}
