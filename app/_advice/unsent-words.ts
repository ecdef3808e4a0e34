import type { OutboxAct } from './advice-outbox.ts'

/** What waits to be sent and would be missed: everything but the ticks behind notices that were read. */
export function unsentWords(acts: readonly OutboxAct[]): OutboxAct[] {
  return acts.filter(({ act, state }) => state !== 'sent' && act.kind !== 'read')
}
