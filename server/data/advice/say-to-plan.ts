import 'server-only'
import type { ActAnswer } from '#domain/advice/advice-act.ts'
import type { Database } from '../../db/database.ts'
import { note } from '../../diagnostics.ts'
import { askedLanguage } from '../asked-language.ts'
import { takeActs } from './take-acts.ts'
import type { Speaker } from './turn.ts'

/** Does the acts of a request, and answers in its language. Throws `badInput`. */
export async function sayToPlan(
  database: Database,
  speaker: Speaker,
  input: unknown,
): Promise<{ answers: ActAnswer[] }> {
  return takeActs(database, speaker, input, { language: await askedLanguage(), note })
}
