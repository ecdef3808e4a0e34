// The one door through which anything is said about a plan.
import 'server-only'
import { z } from 'zod'
import type { ActAnswer } from '#domain/advice/advice-act.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { errorText, type Language } from '#domain/error-texts.ts'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import type { Database } from '../../db/database.ts'
import { report } from '../../diagnostics.ts'
import { carryOutAct } from './carry-out-act.ts'
import { isDone } from './only-once.ts'
import { keepPace } from './pace.ts'
import { readAct } from './read-act.ts'
import type { Speaker } from './turn.ts'

const sent = z.object({
  acts: z.array(z.looseObject({ id: z.uuid() })).max(adviceLimits.actsAtOnce),
})

/** In which language refusals are said, and who keeps the suspicious ones for whoever runs the server. */
export interface Asked {
  language: Language
  note(line: string): void
}

/** Nothing is wrong with the act: it is worth sending again. */
const passing: ReadonlySet<ErrorCode> = new Set(['tooFast', 'serverBusy', 'signInRequired'])
/** What an honest page never asks for; the one who runs the server should see it. */
const suspicious: ReadonlySet<ErrorCode> = new Set(['noRight', 'badInput', 'notOwnTask'])

/**
 * Does what a person asks for, one act after the other, each on its own: one that is refused, or that breaks, keeps
 * none of the others from being done. Throws `badInput` when what was sent is no list of acts with ids.
 */
export async function takeActs(
  database: Database,
  speaker: Speaker,
  input: unknown,
  { language, note }: Asked,
): Promise<{ answers: ActAnswer[] }> {
  const read = sent.safeParse(input)
  if (!read.success) throw new DomainError('badInput', { field: 'acts' })
  const answers: ActAnswer[] = []
  const waiting = new Map<unknown, DomainError>()
  for (const act of read.data.acts) {
    // What builds on an act that waits must wait with it, or it would be refused for good.
    const first = waiting.get(act['threadId']) ?? waiting.get(act['commentId'])
    const refusal = first ?? (await refusalOf(database, speaker, act, note))
    if (refusal && passing.has(refusal.code)) {
      waiting.set(act.id, refusal)
      if (act['kind'] === 'begin') waiting.set(act['threadId'], refusal)
    }
    answers.push(refusal ? refused(act.id, refusal, language) : { id: act.id, ok: true })
  }
  return { answers }
}

async function refusalOf(
  database: Database,
  speaker: Speaker,
  input: { id: string; kind?: unknown },
  note: Asked['note'],
): Promise<DomainError | null> {
  try {
    if (await isDone(database, speaker, input.id)) return null
    // Counted before it is looked at: nonsense costs its sender as much as sense.
    await keepPace(database, speaker.personId, input.kind)
    await carryOutAct(database, speaker, readAct(input))
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) {
      report('an act could not be carried out', error)
      return new DomainError('serverBusy')
    }
    if (suspicious.has(error.code)) {
      const kind = String(input.kind)
        .slice(0, 20)
        .replace(/[^a-zA-Z]/gu, '?')
      note(`refused: ${kind}, ${error.code}, by person ${speaker.personId}`)
    }
    return error
  }
}

function refused(id: string, { code, details }: DomainError, language: Language): ActAnswer {
  const message = errorText(code, language, details)
  return { id, ok: false, code, message, again: passing.has(code) }
}
