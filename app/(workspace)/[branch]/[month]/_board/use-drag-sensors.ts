import {
  type CollisionDetection,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useCallback, useRef } from 'react'
import { HeedfulKeyboardSensor } from './heedful-keyboard-sensor.ts'
import { nextSpot } from './next-spot.ts'

/** A finger on the grip drags at once; anywhere else on a row it must rest first, so that lists still scroll. */
class GripTouchSensor extends TouchSensor {
  constructor(props: ConstructorParameters<typeof TouchSensor>[0]) {
    const onGrip =
      props.event.target instanceof Element && props.event.target.closest('[data-grip]') !== null
    const activationConstraint = onGrip ? { distance: 3 } : { delay: 250, tolerance: 5 }
    super({ ...props, options: { ...props.options, activationConstraint } })
  }
}

/** A mouse that moved this far is dragging; less is a click. */
const mouseConstraint = { activationConstraint: { distance: 4 } }

/**
 * Mouse, finger and keys. What lies under the pointer counts as the place to drop, whatever the layout does
 * meanwhile (colleagues move people too); the keys walk from card to card and remember on which one they are.
 */
export function useDragSensors() {
  const onKeys = useRef<string | null>(null)

  const collide = useCallback<CollisionDetection>((args) => {
    const point = args.pointerCoordinates
    const key = point ? spotUnder(point.x, point.y) : onKeys.current
    const container = args.droppableContainers.find((each) => each.id === key && !each.disabled)
    return container
      ? [{ id: container.id, data: { droppableContainer: container, value: 0 } }]
      : []
  }, [])

  const sensors = useSensors(
    useSensor(MouseSensor, mouseConstraint),
    useSensor(GripTouchSensor),
    useSensor(HeedfulKeyboardSensor, {
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
      coordinateGetter: (event, { context }) => {
        const element = nextSpot(event.code, onKeys.current, context.activeNode)
        if (!element) return undefined
        event.preventDefault()
        onKeys.current = element.dataset['drop'] ?? null
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        const box = element.getBoundingClientRect()
        return { x: box.left + 16, y: Math.min(box.bottom, window.innerHeight) - 44 }
      },
    }),
  )
  const forgetKeys = useCallback(() => {
    onKeys.current = null
  }, [])
  return { sensors, collide, forgetKeys }
}

function spotUnder(x: number, y: number): string | null {
  const hit = document.elementFromPoint(x, y)?.closest('[data-drop]')
  return hit instanceof HTMLElement ? (hit.dataset['drop'] ?? null) : null
}
