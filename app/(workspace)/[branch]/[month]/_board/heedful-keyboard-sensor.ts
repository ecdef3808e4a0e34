import { KeyboardSensor, type KeyboardSensorProps } from '@dnd-kit/core'

/** What moves, drops or lets go of somebody who is carried. */
const carries = /^(Arrow|Space$|Enter$|Escape$)/

/**
 * The library's keyboard sensor, which begins to listen in the task after the one that picked up. On a slow machine
 * keys come in between: they are kept, and heard once it listens.
 */
export class HeedfulKeyboardSensor extends KeyboardSensor {
  constructor(props: KeyboardSensorProps) {
    super(props)
    const early: KeyboardEvent[] = []
    const keep = (event: KeyboardEvent) => {
      // Tab, reloading and the like are the browser's.
      if (!carries.test(event.code) || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      early.push(event)
    }
    // The key that picked up has passed here already.
    window.addEventListener('keydown', keep, true)
    setTimeout(() => {
      window.removeEventListener('keydown', keep, true)
      for (const event of early) event.target?.dispatchEvent(new KeyboardEvent('keydown', event))
    })
  }
}
