import type { CheckFacts } from '../checks.ts'
import { defaultRules } from './commune-rules.ts'
import type { RecordDesk } from './record-desk.ts'

/**
 * What the checks need of the desk. A sign-off covers the content of this hash only; `null` when it is not known, which
 * nothing covers. Without a desk nothing is known of the rows, and the rules are those by default.
 */
export function deskFacts(desk: RecordDesk | null, contentSha256: string | null): CheckFacts {
  if (desk === null) return unknownFacts
  const isSame = desk.contentSha256 === contentSha256
  return {
    rules: desk.rules,
    justifications: desk.justifications,
    covering: isSame ? desk.signOffs.filter(({ covers }) => covers).length : 0,
    openComments: desk.openComments,
    openProposals: desk.openProposals,
    unsent: desk.unsent,
    outsideGroups: desk.outsideGroups,
    before: desk.before,
  }
}

const unknownFacts: CheckFacts = {
  rules: defaultRules,
  justifications: [],
  covering: 0,
  openComments: 0,
  openProposals: 0,
  unsent: [],
  outsideGroups: { poor: 0 },
  before: null,
}
