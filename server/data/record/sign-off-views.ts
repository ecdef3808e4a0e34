import 'server-only'
import type { SignOffView } from '#domain/record/record-desk.ts'
import type { SignOffRow } from '../../records/desk-rows.ts'
import type { SettledContent } from '../../records/settled-content.ts'
import type { Committee } from './committee.ts'

/** Who of the committee agrees, to this content or to an earlier one. Who left the committee is not asked any more. */
export function signOffViews(
  rows: readonly SignOffRow[],
  settled: SettledContent,
  { members }: Committee,
): SignOffView[] {
  return rows.flatMap(({ personId, sha256, at }) => {
    const person = members.find((member) => member.personId === personId)
    if (!person) return []
    const covers = sha256 === settled.sha256
    return { ...person, at: at.toISOString(), covers, changes: [] }
  })
}
