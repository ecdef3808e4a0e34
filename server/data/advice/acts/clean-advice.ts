import 'server-only'
import { passageLimits } from '#domain/advice/advice-limits.ts'
import type { Passage } from '#domain/advice/advice-place.ts'
import type { ProposedChange } from '#domain/advice/proposed-change.ts'
import { cleanLine, cleanText } from '#domain/clean-text.ts'
import { planLimits } from '#domain/plan-limits.ts'

/** The words of a passage as they may be kept and shown: without unseen characters. */
export function cleanPassage(passage: Passage): Passage {
  return {
    ...passage,
    quote: cleanText(passage.quote, passageLimits.quote),
    prefix: cleanText(passage.prefix, passageLimits.context),
    suffix: cleanText(passage.suffix, passageLimits.context),
  }
}

/** The same for every text of a proposed change. */
export function cleanChange(change: ProposedChange): ProposedChange {
  if (change.kind === 'newTask') {
    return { ...change, title: cleanLine(change.title, planLimits.title).trim() }
  }
  if (change.kind === 'replaceText') {
    return {
      ...change,
      passage: cleanPassage(change.passage),
      text: cleanText(change.text, passageLimits.quote * 2).trim(),
    }
  }
  return change
}
