import { answerFile } from '#server/data/answer-file.ts'
import { communeFileFor } from '#server/data/commune-file.ts'

/** `?commune=<id>&month=<yyyy-mm>`: the sums of all branches as a workbook, for the office. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const commune = searchParams.get('commune') ?? ''
  const month = searchParams.get('month') ?? ''
  return answerFile((database, actor) =>
    communeFileFor(database, actor, commune, month, request.signal),
  )
}
