import { lendPress } from './house-press.ts'
import { PaperPress } from './paper-press.ts'

/** Opens the press and leaves it to the routes; `close` takes it back. */
export function openPress(): { close(): Promise<void> } {
  const press = new PaperPress()
  lendPress(press)
  return {
    close: async () => {
      lendPress(null)
      await press.close()
    },
  }
}
