import type { Coverage } from '../coverage.ts'
import type { MemberPlace } from '../identity-line.ts'
import type { BranchOffice } from '../vocabulary.ts'
import type { RecordContent } from './record-content.ts'

/**
 * One finalised month, whole: readable without any other row. Its canonical JSON is what is kept, exported and hashed;
 * the printed hash is the SHA-256 of that text.
 */
export interface MonthRecord {
  /** Of this shape; older records keep theirs. */
  format: 1
  id: string
  /** 1, and one more after each reopening. */
  version: number
  content: RecordContent
  /** SHA-256 of the canonical content, which is what people signed off. */
  contentSha256: string
  figures: RecordFigures
  meeting: Meeting
  justifications: RecordJustification[]
  signOffs: RecordSignOff[]
  /** Threads and proposals that nobody settled; their words are not part of the record. */
  open: { comments: number; proposals: number }
  /** Which version of each form prints it (domain/papers/forms.ts). */
  forms: Record<FormKind, string>
  finalised: { at: string; day: string; by: RecordPerson }
  /** Of a version after a reopening. */
  reopened: { version: number; sha256: string; at: string; reason: string; by: RecordPerson } | null
}

/** `plan` is the resolution or conclusion with the plan; `assignments` is Biểu 1, `tasks` Biểu 3. */
export const formKinds = ['plan', 'assignments', 'tasks'] as const
export type FormKind = (typeof formKinds)[number]

export interface RecordPerson {
  personId: string
  name: string
  office: BranchOffice | null
}

/** Counted on the day of finalising, Vietnam's. */
export interface RecordFigures extends Coverage {
  members: Record<MemberPlace, number> & { all: number }
  tasks: TaskFigures
}

export interface TaskFigures {
  all: number
  done: number
  notDone: number
  carried: number
}

/** What was counted at the meeting; numbers only. */
export interface Meeting {
  /** yyyy-mm-dd. */
  heldOn: string
  present: number
  /** Members of the branch on that day, of whom `present` came. */
  members: number
  voters: number
  inFavour: number
  /** As it stands on the paper, `12-KH/CB`; null when the branch gave none. */
  documentNumber: string | null
}

export interface RecordJustification {
  checkKey: string
  words: string
  by: RecordPerson
  at: string
}

export interface RecordSignOff extends RecordPerson {
  at: string
}
