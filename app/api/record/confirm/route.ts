import { answerJson } from '#server/data/answer-json.ts'
import { confirmMyPassword } from '#server/data/record/confirm-password.ts'

/** `{ password }`: proves that it is still the person who signed in; answers `{ ok: true, until }`. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async (database, actor) => {
    const input: unknown = await request.json().catch(() => null)
    return confirmMyPassword(database, actor, input)
  })
}
