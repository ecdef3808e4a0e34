import type { Need } from '../needs-attention.ts'
import type { CheckKind, Weight } from './commune-rules.ts'

/** One thing that stands between a month and its record, or that is worth knowing before. */
export interface Check {
  kind: CheckKind
  weight: Weight
  /** Stable while the matter is the same one; a justification is kept by it. */
  key: string
  at: CheckPlace
  /** Of a matter that roster and plan alone show. */
  need: Need | null
  /** How many, where the kind counts something. */
  count: number
  /** Words that answer it, when somebody gave them. Only a `reason` needs any. */
  justification: string | null
}

/** Where a click leads. A `person` is somebody who signs in. */
export type CheckPlace =
  | { kind: 'group' | 'member' | 'task' | 'person'; id: string }
  | { kind: 'advice' | 'outsideGroups' | 'signOffs' | 'history' }
