/** The way out to one client, as a connection is given it: a WebSocket, or a simulated link. */
export interface Transport {
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
  /** Ends it without a word. */
  terminate(): void
  /** Stops and starts reading. */
  pause(): void
  resume(): void
  /** Bytes that were sent and have not left. */
  readonly bufferedBytes: number
}
