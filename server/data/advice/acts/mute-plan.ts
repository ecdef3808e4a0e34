import 'server-only'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { Turn } from '../turn.ts'

/** Wants no notices of this plan any more, or wants them again. Those that are there stay. */
export async function mutePlan(
  turn: Turn,
  { muted }: Extract<AdviceAct, { kind: 'mute' }>,
): Promise<void> {
  turn.require('plan.view')
  const { tx, plan, speaker } = turn
  const row = { personId: speaker.personId, planId: plan.id }
  if (muted) await tx.noticeMute.createMany({ data: row, skipDuplicates: true })
  else await tx.noticeMute.deleteMany({ where: row })
}
