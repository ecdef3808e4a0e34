/** How much one person may say in one plan, and how long. Characters are UTF-16 units. */
export const adviceLimits = {
  body: 2_000,
  mentions: 20,
  commentsOfThread: 200,
  threadsOfPlan: 500,
  /** Acts of one person in one minute, all plans together. */
  actsPerMinute: 25,
  /** Acts in one request; an outbox sends the rest afterwards. */
  actsAtOnce: 50,
  /** Days after which a browser no longer sends an act by itself; its author may still send it. */
  outboxDays: 60,
  /** Days for which the server knows that an act was done: longer, so that no repetition comes after that. */
  rememberedDays: 90,
  /** So often an act that the server could not do is sent by itself. */
  tries: 10,
} as const

/** Most characters of a quoted passage, and of the text kept on each side of it. */
export const passageLimits = { quote: 500, context: 40 } as const
