import 'server-only'
import type { Actor } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import { answerWith } from './answer-json.ts'

/** A file for the person who asked, under this name. */
export interface GivenFile {
  name: string
  type: string
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
}

/** Answers with a file to be kept, and with JSON when something expected goes wrong. Never stored by anything in between. */
export function answerFile(
  work: (database: Database, actor: Actor) => Promise<GivenFile>,
): Promise<Response> {
  return answerWith(async (database, actor) => {
    const { name, type, body } = await work(database, actor)
    return new Response(body, {
      headers: {
        'Cache-Control': 'no-store',
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    })
  })
}
