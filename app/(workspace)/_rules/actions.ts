'use server'
import { revalidatePath } from 'next/cache'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import { checkKinds } from '#domain/record/commune-rules.ts'
import { setCommuneRules } from '#server/data/commune-rules.ts'

export type RulesAnswer = { ok: true } | { ok: false; code: ErrorCode }

/** Sets what a commune wants of a month before it is final, as the form of its page names it. */
export async function saveRules(communeId: string, form: FormData): Promise<RulesAnswer> {
  const rules = {
    signOffs: Number(form.get('signOffs')),
    dueDay: Number(form.get('dueDay')),
    weights: Object.fromEntries(checkKinds.map((kind) => [kind, form.get(kind)])),
  }
  try {
    await setCommuneRules(communeId, rules)
    revalidatePath('/commune', 'layout')
    return { ok: true }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code }
    throw error
  }
}
