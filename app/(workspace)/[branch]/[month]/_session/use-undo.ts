import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { usePlanSession, usePlanStore } from './plan-session.tsx'

interface Undo {
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
}

/** Takes back, or does again, one's own moves on the board and in the task rows; never those of others. */
export function useUndo(): Undo {
  const { canEdit, generation } = usePlanSession()
  const { undo: manager } = usePlanStore().live
  void generation
  const subscribe = useCallback(
    (listener: () => void) => followStacks(manager, listener),
    [manager],
  )
  const depth = useSyncExternalStore(
    subscribe,
    () => `${manager.undoStack.length}/${manager.redoStack.length}`,
    () => '0/0',
  )
  const [undoDepth, redoDepth] = depth.split('/').map(Number)
  const mayAct = useRef(canEdit)
  mayAct.current = canEdit
  const verbs = useMemo(
    () => ({
      undo: () => void (mayAct.current && manager.undo()),
      redo: () => void (mayAct.current && manager.redo()),
    }),
    [manager],
  )
  return { ...verbs, canUndo: canEdit && undoDepth !== 0, canRedo: canEdit && redoDepth !== 0 }
}

function followStacks(manager: Y.UndoManager, listener: () => void): () => void {
  const events = ['stack-item-added', 'stack-item-popped', 'stack-item-updated'] as const
  for (const event of events) manager.on(event, listener)
  manager.on('stack-cleared', listener)
  return () => {
    for (const event of events) manager.off(event, listener)
    manager.off('stack-cleared', listener)
  }
}
