import { EditorContent, useEditor } from '@tiptap/react'
import { useMemo } from 'react'
import { type ProsePart, proseOf } from '#domain/plan-doc.ts'
import { useLitThreads } from '../_passages/lit-marks.tsx'
import { passageMarks } from '../_passages/passage-marks.ts'
import { usePassageBoard } from '../_passages/use-passage-board.ts'
import { usePlanSession } from '../_session/plan-session.tsx'
import { liveProseExtensions } from './prose-extensions.ts'
import { ProseToolbar } from './prose-toolbar.tsx'

interface ProseEditorProps {
  part: ProsePart
  label: string
  heading: React.ReactNode
}

/** A prose part, bound to the shared document. Keyed by the session's generation: it never outlives its document. */
export function ProseEditor({ part, label, heading }: ProseEditorProps) {
  const { doc, awareness } = usePlanSession()
  const board = usePassageBoard(part)
  const lit = useLitThreads()
  const extensions = useMemo(
    () => liveProseExtensions(proseOf(doc, part), awareness, passageMarks({ doc, part, board })),
    [doc, part, awareness, board],
  )
  const editor = useEditor({
    extensions,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        'aria-label': label,
        'aria-multiline': 'true',
        class: 'prose-body',
        'data-live-editor': part,
        'data-prose-part': part,
        lang: 'vi',
        role: 'textbox',
        spellcheck: 'false',
      },
    },
  })
  return (
    <>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3">
        {heading}
        {editor ? <ProseToolbar editor={editor} label={label} /> : null}
      </div>
      <EditorContent className="prose-sheet" editor={editor} {...lit} />
    </>
  )
}
