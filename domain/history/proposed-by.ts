import type { ProposedChange } from '../advice/proposed-change.ts'
import type { HistoryEntry, PlanChange, TaskFieldChange } from './plan-change.ts'

/** A proposal that an editor accepted; the instant in milliseconds. */
export interface AcceptedProposal {
  change: ProposedChange
  settledBy: string | null
  settledAt: number
}

/** From the acceptance to the rows it leads to: the editor's browser carries it out at once, on whatever line it has. */
const soon = { before: 10_000, after: 120_000 } as const

/** Is this change what came of the proposal? It is when its editor did, right afterwards, what was proposed. */
export function isOfProposal(entry: HistoryEntry, proposal: AcceptedProposal): boolean {
  const { personId, first, last, change } = entry
  return (
    personId === proposal.settledBy &&
    first.at <= proposal.settledAt + soon.after &&
    last.at >= proposal.settledAt - soon.before &&
    doesIt(change, proposal.change)
  )
}

function doesIt(change: PlanChange, proposed: ProposedChange): boolean {
  switch (proposed.kind) {
    case 'changeMember':
      return change.kind === 'places' && movesAsProposed(change, proposed)
    case 'newTask':
      return change.kind === 'task' && change.how === 'added' && change.title === proposed.title
    case 'changeDue':
      return (
        change.kind === 'task' &&
        change.taskId === proposed.taskId &&
        dueOf(change.fields) === proposed.to
      )
    case 'replaceText':
      return (
        change.kind === 'prose' &&
        change.part === proposed.passage.part &&
        change.to.includes(proposed.text.trim()) &&
        // The old words may be a part of the new ones, or the new ones of what stood there before.
        (!change.from.includes(proposed.text.trim()) ||
          !change.to.includes(proposed.passage.quote.trim()))
      )
  }
}

function movesAsProposed(
  { memberId, from, to }: Extract<PlanChange, { kind: 'places' }>,
  proposed: Extract<ProposedChange, { kind: 'changeMember' }>,
): boolean {
  const { groupId } = proposed
  const isGroup = (target: { kind: string; id: string }) =>
    target.kind === 'group' && target.id === groupId
  return (
    (memberId === proposed.to && to.some(isGroup)) ||
    (memberId === proposed.from && from.some(isGroup))
  )
}

function dueOf(fields: readonly TaskFieldChange[]): string | null | undefined {
  for (const change of fields) if (change.field === 'due') return change.to
  return undefined
}
