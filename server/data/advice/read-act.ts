import 'server-only'
import type { z } from 'zod'
import { type AdviceAct, adviceActSchema } from '#domain/advice/advice-act.ts'
import { adviceLimits } from '#domain/advice/advice-limits.ts'
import { DomainError } from '#domain/errors.ts'

/** An act as it came in. Throws `badInput`, and for what people can mend `textTooLong` and `tooManyMentions`. */
export function readAct(input: unknown): AdviceAct {
  const read = adviceActSchema.safeParse(input)
  if (!read.success) throw refusalOf(read.error)
  return read.data
}

function refusalOf({ issues }: z.ZodError): DomainError {
  const [issue] = issues
  const field = String(issue?.path[0] ?? 'kind').slice(0, 40)
  if (issue?.code === 'too_big' && issue.path.length === 1) {
    if (field === 'body') return new DomainError('textTooLong', { most: adviceLimits.body })
    if (field === 'mentions') {
      return new DomainError('tooManyMentions', { most: adviceLimits.mentions })
    }
  }
  return new DomainError('badInput', { field })
}
