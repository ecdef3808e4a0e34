import { answerFile } from '#server/data/answer-file.ts'
import { recordFileFor } from '#server/data/paper-files.ts'

type Context = RouteContext<'/api/papers/[record]'>

/** `<record>.json`: the record's canonical JSON, whose SHA-256 stands on its papers. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { record } = await params
  return answerFile((database, actor) => recordFileFor(database, actor, record))
}
