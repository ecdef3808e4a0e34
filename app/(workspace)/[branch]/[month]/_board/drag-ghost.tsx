import { GripVertical } from 'lucide-react'
import { useBoard } from './board-view-context.ts'

/** What hangs under the pointer: the name, lifted. */
export function DragGhost({ memberId }: { memberId: string }) {
  const row = useBoard().rows.get(memberId)
  if (!row) return null
  return (
    <div className="flex h-9 w-max -rotate-1 items-center gap-[7px] rounded-md border-2 border-accent bg-raised pr-3 pl-1.5 font-semibold whitespace-nowrap shadow-lift">
      <GripVertical aria-hidden="true" className="size-[15px] text-ink-3" strokeWidth={2} />
      {row.member.name}
    </div>
  )
}
