import { answerFile } from '#server/data/answer-file.ts'
import { ownHouse } from '#server/data/own-house.ts'
import { paperFileFor } from '#server/data/paper-files.ts'

type Context = RouteContext<'/api/papers/[record]/[file]'>

/** One form of a record: `plan`, `assignments` or `tasks`, as `.pdf`, `.docx` or `.xlsx`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { record, file } = await params
  return answerFile((database, actor) =>
    paperFileFor(database, actor, ownHouse(), record, file, request.signal),
  )
}
