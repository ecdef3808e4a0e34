import type { RecordDesk } from './record-desk.ts'

/** What keeps the numbers of a meeting from being those of one: something is missing, or cannot be. */
export type MeetingFault = 'missing' | 'notHeldYet' | 'present' | 'voters' | 'inFavour'

/**
 * Null when the meeting is whole: held by today, and at each step no more than before: the branch's members, those
 * present, those who could vote, those in favour. `today` is yyyy-mm-dd.
 */
export function meetingFault(
  { heldOn, present, voters, inFavour }: RecordDesk['meeting'],
  members: number,
  today: string,
): MeetingFault | null {
  if (!heldOn || present === undefined || voters === undefined || inFavour === undefined) {
    return 'missing'
  }
  if (heldOn > today) return 'notHeldYet'
  if (present === 0 || present > members) return 'present'
  if (voters > present) return 'voters'
  return inFavour > voters ? 'inFavour' : null
}
