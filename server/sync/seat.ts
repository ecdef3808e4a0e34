/** What a transport hands in: whatever arrives on it, and that it is gone. */
export interface Seat {
  receive(frame: Uint8Array): void
  /** Something came that is no binary message. */
  receiveText(): void
  ended(): void
}
