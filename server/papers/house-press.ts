import type { PaperPress } from './paper-press.ts'

// Next bundles what its routes import and would lose the thread's code; so the house's entry opens the press and leaves
// it here, where the routes of the same process find it.
const held = globalThis as typeof globalThis & { banViecPress?: PaperPress | undefined }

/** Throws when nobody opened it. */
export function housePress(): PaperPress {
  if (!held.banViecPress) throw new Error('papers: nobody opened the press')
  return held.banViecPress
}

/** Makes this the process's press; with null there is none any more. */
export function lendPress(press: PaperPress | null): void {
  held.banViecPress = press ?? undefined
}
