import type { PlanChange } from '#domain/history/plan-change.ts'
import { textDifference } from './text-difference.ts'

/** The words of a paragraph that were written, changed or deleted, as far as they differ. */
export function EntryText({ change }: { change: Extract<PlanChange, { kind: 'prose' }> }) {
  const { before, removed, added, after } = shown(change)
  return (
    <p className="wrap-anywhere mt-0.5 whitespace-pre-line text-ink-2 text-sm" lang="vi">
      {before}
      {removed && <del className="text-ink-3 line-through">{removed}</del>}
      {removed && added && ' '}
      {added && (
        <ins className="rounded-sm bg-accent-soft px-0.5 text-ink no-underline">{added}</ins>
      )}
      {after}
    </p>
  )
}

function shown({ how, from, to }: Extract<PlanChange, { kind: 'prose' }>) {
  if (how === 'reshaped') return { before: to, removed: '', added: '', after: '' }
  return textDifference(from, to)
}
