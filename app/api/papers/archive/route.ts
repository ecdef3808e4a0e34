import { answerFile } from '#server/data/answer-file.ts'
import { ownHouse } from '#server/data/own-house.ts'
import { archiveFor } from '#server/data/paper-archive.ts'

/** `?commune=<id>&month=<yyyy-mm>`: the papers of all branches whose month was final, as one zip, for the office. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const commune = searchParams.get('commune') ?? ''
  const month = searchParams.get('month') ?? ''
  return answerFile((database, actor) => archiveFor(database, actor, ownHouse(), commune, month))
}
