import { Clock, Lock, LockOpen, MessageSquare, Pencil } from 'lucide-react'
import type { BranchState } from '#domain/record/commune-month.ts'

/** A shape for each state of a month, wherever it is named; its word is `words.planStatus`. */
export const stateIcons = {
  notOpened: Clock,
  drafting: Pencil,
  circulating: MessageSquare,
  finalised: Lock,
  reopened: LockOpen,
}

/** And its ink, where it is a word in a line. */
export const stateInks: Readonly<Record<BranchState, string>> = {
  notOpened: 'text-ink-3',
  drafting: 'font-medium text-ink',
  circulating: 'font-medium text-note',
  finalised: 'text-accent',
  reopened: 'font-medium text-ink',
}
