/**
 * How much one plan may hold. Commands refuse more; the readers show up to twice as much text, because two
 * people who type at the same time may go over together and neither shall lose a word.
 */
export const planLimits = {
  /** UTF-16 units of a task's content. */
  title: 300,
  /** UTF-16 units of a task's result. */
  result: 2_000,
  /** Tasks of one plan, removed ones included. */
  tasks: 300,
  /** Doers of a task, and again as many co-doers. */
  doers: 60,
  /** Groups that one task may name. */
  placeGroups: 60,
  /** Places that one member may hold in one plan. */
  placesOfMember: 20,
  /** How often a task can have been carried over. */
  carried: 999,
} as const
