import 'server-only'
import { type ContentChanges, contentChanges } from '#domain/record/content-changes.ts'
import type { RecordContent } from '#domain/record/record-content.ts'
import type { SignOffView } from '#domain/record/record-desk.ts'
import type { SignOffRow } from '../../records/desk-rows.ts'
import type { SettledContent } from '../../records/settled-content.ts'
import type { Committee } from './committee.ts'

/** So many are listed; more say no more. */
const mostChanges = 200
const none: ContentChanges = { changes: [], roster: [] }

/** Who of the committee agrees, to this content or to an earlier one. Who left the committee is not asked any more. */
export function signOffViews(
  rows: readonly SignOffRow[],
  settled: SettledContent,
  { members }: Committee,
): SignOffView[] {
  return rows.flatMap(({ personId, sha256, content, seq, at }) => {
    const person = members.find((member) => member.personId === personId)
    if (!person) return []
    const covers = sha256 === settled.sha256
    const since = covers
      ? none
      : contentChanges(JSON.parse(content) as RecordContent, settled.content)
    return {
      ...person,
      at: at.toISOString(),
      seq,
      covers,
      changes: since.changes.slice(0, mostChanges),
      roster: since.roster.slice(0, mostChanges),
    }
  })
}
