'use client'
import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Passage } from '#domain/advice/advice-place.ts'
import { type SelectedPassage, selectedPassage } from './selected-passage.ts'

interface PassageButtonProps {
  label: string
  onSpeak: (passage: Passage) => void
}

/** Milliseconds until a selection counts as made. */
const settleMs = 150

/** Stands below a selected passage of the plan and leads to saying something about it; also Ctrl+Alt+M. */
export function PassageButton({ label, onSpeak }: PassageButtonProps) {
  const [selected, setSelected] = useSelectedPassage()
  const speak = useRef(onSpeak)
  speak.current = onSpeak
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyM' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
      const now = selectedPassage()
      if (!now) return
      event.preventDefault()
      speak.current(now.passage)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  if (!selected) return null
  return (
    <button
      aria-keyshortcuts="Control+Alt+M"
      className="fixed z-30 flex min-h-hit items-center gap-1.5 rounded-md border border-line-strong bg-raised px-3 font-semibold text-accent-ink text-base shadow-pop hover:bg-accent-soft"
      onClick={() => {
        speak.current(selected.passage)
        setSelected(null)
      }}
      // The selection stays while its button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      style={placeBelow(selected.range)}
      type="button"
    >
      <MessageSquarePlus aria-hidden="true" className="size-4" strokeWidth={1.75} />
      {label}
    </button>
  )
}

/** Under the last line of the selection, inside the window. */
function placeBelow(range: Range): { left: number; top: number } {
  const rects = range.getClientRects()
  const last = rects[rects.length - 1] ?? range.getBoundingClientRect()
  return {
    left: Math.max(8, Math.min(last.right - 40, window.innerWidth - 200)),
    top: Math.max(8, Math.min(last.bottom + 8, window.innerHeight - 56)),
  }
}

function useSelectedPassage() {
  const [selected, setSelected] = useState<SelectedPassage | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isPressed = false
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSelected(isPressed ? null : selectedPassage()), settleMs)
    }
    const press = (event: PointerEvent) => {
      isPressed = event.type === 'pointerdown'
      look()
    }
    document.addEventListener('selectionchange', look)
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', press)
    document.addEventListener('pointercancel', press)
    document.addEventListener('scroll', look, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', press)
      document.removeEventListener('pointercancel', press)
      document.removeEventListener('scroll', look, true)
    }
  }, [])
  return [selected, setSelected] as const
}
