import {
  type Active,
  DndContext,
  DragOverlay,
  type Over,
  useDraggable,
  useDroppable,
} from '@dnd-kit/core'
import type { ReactNode } from 'react'
import type { Target } from '#domain/plan-view.ts'
import { type Place, parsePlaceKey } from './place.ts'
import { useDragSensors } from './use-drag-sensors.ts'

/**
 * The only door to the drag library. Board code sees a member being carried from a place (or from the rail)
 * to a place (or back to the rail); what that means, and whether it may be, is decided outside.
 */
export interface Carried {
  memberId: string
  /** The place that the member leaves; null when carried out of the rail. */
  from: Target | null
}

/** Where the carried member hangs: over a card, over the rail, or over nothing that takes a member. */
export type DropSpot = Place | 'rail' | null

export interface DragEvents {
  onPickUp: (carried: Carried) => void
  onOver: (carried: Carried, spot: DropSpot) => void
  onDrop: (carried: Carried, spot: DropSpot) => void
  onCancel: (carried: Carried) => void
}

interface AssignDragProps extends DragEvents {
  instructions: string
  /** What is drawn under the pointer. */
  ghost: (carried: Carried) => ReactNode
  carried: Carried | null
  children: ReactNode
}

export function AssignDrag(props: AssignDragProps) {
  const { sensors, collide, forgetKeys } = useDragSensors()
  const silence = {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  }
  return (
    <DndContext
      id="board"
      sensors={sensors}
      collisionDetection={collide}
      accessibility={{
        announcements: silence,
        screenReaderInstructions: { draggable: props.instructions },
      }}
      onDragStart={({ active }) => {
        forgetKeys()
        props.onPickUp(carriedOf(active))
      }}
      onDragOver={({ active, over }) => props.onOver(carriedOf(active), spotOf(over))}
      onDragEnd={({ active, over }) => props.onDrop(carriedOf(active), spotOf(over))}
      onDragCancel={({ active }) => props.onCancel(carriedOf(active))}
    >
      {props.children}
      <DragOverlay dropAnimation={null} className="pointer-events-none" zIndex={60}>
        {props.carried ? props.ghost(props.carried) : null}
      </DragOverlay>
    </DndContext>
  )
}

/** Makes a row or chip something to carry. `grip` starts it with a finger at once and with the space bar. */
export function useCarry(
  id: string,
  carried: Carried,
  options: { disabled: boolean; roleName: string },
) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id,
    data: carried,
    disabled: options.disabled,
    attributes: { roleDescription: options.roleName },
  })
  return {
    row: { ref: setNodeRef, ...(options.disabled ? {} : listeners) },
    grip: {
      ref: setActivatorNodeRef,
      'data-grip': true,
      'aria-roledescription': attributes['aria-roledescription'],
      'aria-describedby': attributes['aria-describedby'],
    },
    isCarried: isDragging,
  }
}

/** Makes a card or the rail something to drop onto. `key` is a place's key, or `rail`. */
export function useDropSpot(key: string, disabled = false) {
  const { setNodeRef, isOver, active } = useDroppable({ id: key, disabled })
  return {
    spot: { ref: setNodeRef, 'data-drop': disabled ? undefined : key },
    isOver,
    carried: active ? carriedOf(active) : null,
  }
}

function carriedOf(active: Active): Carried {
  return active.data.current as Carried
}

function spotOf(over: Over | null): DropSpot {
  if (!over) return null
  return over.id === 'rail' ? 'rail' : parsePlaceKey(String(over.id))
}
