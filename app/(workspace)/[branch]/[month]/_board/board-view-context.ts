import { createContext, useContext } from 'react'
import type { BoardView } from './use-board-view.ts'

const ViewContext = createContext<BoardView | null>(null)

/** Gives the whole view to the parts that judge; cards get their own small piece as props. */
export const BoardViewProvider = ViewContext.Provider

export function useBoard(): BoardView {
  const view = useContext(ViewContext)
  if (!view) throw new Error('Board parts stand inside BoardViewProvider.')
  return view
}
