import { z } from 'zod'

/**
 * What the commune weighs. The names are the checks' kinds; F30 says when each is raised, and F1 what a weight means.
 */
export const checkKinds = [
  'groupWithoutAnyone',
  'poorOutsideGroups',
  'memberWithoutReason',
  'taskWithoutDoer',
  'taskWithoutDue',
  'overLimit',
  'manyPoorOnePerson',
  'openComments',
  'openProposals',
  'unsentChanges',
  'carriedOften',
  'signOffsMissing',
  'assignedDespiteReason',
  'fieldWithoutHamlet',
  'placeGone',
  'overdue',
  'changedSinceLastMonth',
] as const
export type CheckKind = (typeof checkKinds)[number]

/** `block` stands in the way of finalising, `reason` must be changed or explained, `note` is only said. */
export const weights = ['block', 'reason', 'note'] as const
export type Weight = (typeof weights)[number]

/** How a commune wants its branches to finalise. */
export interface CommuneRules {
  /** So many of the committee must have signed off what is finalised. */
  signOffs: number
  /** The day of the month by which its plan should be final. */
  dueDay: number
  weights: Readonly<Record<CheckKind, Weight>>
}

export const defaultRules: CommuneRules = {
  signOffs: 0,
  dueDay: 5,
  weights: {
    groupWithoutAnyone: 'block',
    poorOutsideGroups: 'block',
    memberWithoutReason: 'block',
    taskWithoutDoer: 'block',
    taskWithoutDue: 'block',
    overLimit: 'reason',
    manyPoorOnePerson: 'reason',
    openComments: 'reason',
    openProposals: 'reason',
    unsentChanges: 'reason',
    carriedOften: 'note',
    signOffsMissing: 'block',
    assignedDespiteReason: 'note',
    fieldWithoutHamlet: 'note',
    placeGone: 'note',
    overdue: 'note',
    changedSinceLastMonth: 'note',
  },
}

const stored = z.record(z.string(), z.unknown())
const weight = z.enum(weights)

/** The rules of a commune's row; each weight that is missing in it, or not understood, is as by default. */
export function readRules(
  row: { signOffs: number; dueDay: number; weights: unknown } | null,
): CommuneRules {
  if (row === null) return defaultRules
  const given = stored.safeParse(row.weights).data ?? {}
  const own: Partial<Record<CheckKind, Weight>> = {}
  for (const kind of checkKinds) {
    const read = weight.safeParse(given[kind])
    if (read.success) own[kind] = read.data
  }
  return {
    signOffs: row.signOffs,
    dueDay: row.dueDay,
    weights: { ...defaultRules.weights, ...own },
  }
}
