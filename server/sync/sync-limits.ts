import { limits } from '#domain/wire.ts'

/** What one node bears, per connection unless said. A test may be given others. */
export const syncLimits = {
  /** Before the first SyncStep1, which is small. */
  firstFrameBytes: 65_536,
  frameBytes: limits.maxFrameBytes,
  /** What is larger ends the connection unread (1009); between the two a write is answered as too large. */
  ceilingBytes: 2 * limits.maxFrameBytes,
  /** A connection that has not sent its SyncStep1 by then is closed. */
  handshakeMs: 10_000,
  closeWithinMs: 1_500,
  /** A connection to an epoch that is over stays so long after its first refusal. */
  lingerMs: 250,
  framesPerSecond: 100,
  frameBurst: 500,
  bytesPerSecond: 512 * 1024,
  byteBurst: 4 * 1024 * 1024,
  /** Every client repeats what it hears of others, so this is more than anybody does by themselves. */
  presencePerSecond: 200,
  presenceBurst: 1_000,
  /** Over this, updates are held back until the socket has drained, and then sent as one. */
  laggingBytes: 1024 * 1024,
  drainedBytes: 64 * 1024,
  /** Over this, or lagging for longer, the connection is dropped. */
  hopelessBytes: 16 * 1024 * 1024,
  laggingMs: 30_000,
  /** Updates of one plan that wait for the database; over it, sockets are not read. */
  roomQueueBytes: 1024 * 1024,
  nodeQueueBytes: 32 * 1024 * 1024,
  /** What one person's writes in one commit may cost beside their bytes (dry-run.ts), and all theirs in one plan. */
  comparedAtOnce: 250_000,
  comparedBurst: 2_000_000,
  comparedPerSecond: 25,
  /** The same together with what is moved, which is over once it is in the document. */
  effortAtOnce: 1_000_000,
  effortBurst: 4_000_000,
  effortPerSecond: 25_000,
  gatherMs: 8,
  busyRetryMs: 20,
  presenceEveryMs: 100,
  announceEveryMs: 100,
  pollEveryMs: 1_000,
  /** Everybody's rights are read again after this at the latest, whatever is new. */
  wholeRoundEveryMs: 30_000,
  relieveEveryMs: 200,
  unloadAfterMs: 5_000,
  snapshotRows: 2_000,
  snapshotBytes: 1024 * 1024,
  connectionsPerPerson: 40,
  connectionsPerRoom: 200,
  connectionsPerAddress: 1_000,
  /** Upgrades being looked up at one time. */
  upgradesAtOnce: 200,
  /** Updates that arrive before a connection's first step 2 may wait for it. */
  gapsBeforeFirstStep2: 1_000,
}

export type SyncLimits = { readonly [Name in keyof typeof syncLimits]: number }
