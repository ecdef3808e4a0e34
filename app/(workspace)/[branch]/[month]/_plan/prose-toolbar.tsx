import { type Editor, useEditorState } from '@tiptap/react'
import { Bold, Heading, Italic, List, ListOrdered, Underline } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#app/_ui/icon-button.tsx'

const tools = [
  {
    name: 'heading',
    icon: Heading,
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  { name: 'bold', icon: Bold, run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    icon: Italic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'underline',
    icon: Underline,
    run: (editor: Editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    name: 'bulletList',
    icon: List,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
] as const

/** The six things a branch needs to do to a text. Pressing one keeps the selection. */
export function ProseToolbar({ editor, label }: { editor: Editor; label: string }) {
  const t = useTranslations('plan.tools')
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => current.isActive(tool.name)),
  })
  return (
    <div aria-label={t('label', { part: label })} className="flex" role="toolbar">
      {tools.map((tool, index) => (
        <IconButton
          icon={<tool.icon aria-hidden="true" strokeWidth={1.75} />}
          key={tool.name}
          label={t(tool.name)}
          onClick={() => tool.run(editor)}
          onMouseDown={(event) => event.preventDefault()}
          pressed={active[index] ?? false}
        />
      ))}
    </div>
  )
}
