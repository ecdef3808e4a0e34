import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { IconButton } from '#app/_ui/icon-button.tsx'
import { announce } from '#app/_ui/live-region.tsx'
import { useUndo } from '../_session/use-undo.ts'

/**
 * Takes one's own moves back and does them again; also Ctrl-Z, Ctrl-Shift-Z and Ctrl-Y, in the shared fields of
 * the tasks too: the browser's own undo there would take back a colleague's letters. Prose has an undo of its own.
 */
export function UndoButtons() {
  const t = useTranslations('board.undo')
  const { undo, redo, canUndo, canRedo } = useUndo()

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepOf(event)
      if (step === null || isInText(event.target)) return
      event.preventDefault()
      if (step === 'undo' && canUndo) run(undo, t('undone'))
      if (step === 'redo' && canRedo) run(redo, t('redone'))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo, redo, canUndo, canRedo, t])

  return (
    <>
      <IconButton
        icon={<Undo2 />}
        label={t('undo')}
        disabledBecause={canUndo ? null : t('nothingToUndo')}
        onClick={() => run(undo, t('undone'))}
      />
      <IconButton
        icon={<Redo2 />}
        label={t('redo')}
        disabledBecause={canRedo ? null : t('nothingToRedo')}
        onClick={() => run(redo, t('redone'))}
      />
    </>
  )
}

function run(step: () => void, words: string): void {
  step()
  announce(words)
}

function stepOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}

function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea:not([data-live-editor]), input:not([type=radio], [type=checkbox])'))
  )
}
