import { z } from 'zod'
import { answerJson } from '#server/data/answer-json.ts'
import { lateDeskFor } from '#server/data/record/late-desk.ts'

const uuid = z.uuid()

/**
 * `?branch=<id>&month=<yyyy-mm>`: what came too late for a month and what was decided (LateDesk); with `&edit=<id>` of a
 * single late edit.
 */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const branch = searchParams.get('branch') ?? ''
  const month = searchParams.get('month') ?? ''
  const edit = uuid.safeParse(searchParams.get('edit')).data
  return answerJson((database, actor) => lateDeskFor(database, actor, branch, month, edit))
}
