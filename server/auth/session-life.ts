/**
 * How long a sign-in lasts, in seconds. Read docs/decisions/021-sessions-as-rows.md before changing a number.
 * `expires_at` of a session row is always the nearer of the two ends, so whoever compares it with the clock
 * (this folder, and the appending function in the database) holds both limits.
 */
export const sessionLife = {
  /** A sign-in ends at the latest this long after it began. */
  absolute: 12 * 60 * 60,
  /** Unused for this long, it ends earlier: long enough for a branch meeting in front of a projector. */
  idle: 2 * 60 * 60,
  /** A session in use is written at most this often. */
  touchEvery: 60,
} as const
