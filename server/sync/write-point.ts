/**
 * The places that every write passes, in their order: read off its socket; judged by the gate; waiting with
 * others; handed to the log; in the log; in the document; sent to the others; told to its author as decided.
 */
export const writePoints = [
  'received',
  'judged',
  'queued',
  'committing',
  'committed',
  'applied',
  'shared',
  'decided',
] as const

/** The place that a write which came too late passes: stored for the secretary, and its author not yet told. */
export const latePoint = 'keptLate'
export type WritePoint = (typeof writePoints)[number] | typeof latePoint

/** The places that the end of a node passes: nothing is read any more; all is settled; everyone was told. */
export const drainPoints = ['paused', 'settled', 'dismissed'] as const
export type DrainPoint = (typeof drainPoints)[number]

/**
 * Told when a write, or the whole node at its end, passes a named place, so that a test can stop or end the
 * process exactly there. Nobody listens in production. `planId` is null for the node's own end.
 */
export type Pass = (point: WritePoint | DrainPoint, planId: string | null) => void
