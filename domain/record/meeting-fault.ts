import type { RecordDesk } from './record-desk.ts'

type Entered = RecordDesk['meeting']
/** Of which nothing is missing; what cannot be is `meetingFault`'s to say. */
type EnteredMeeting = Entered &
  Required<Pick<Entered, 'heldOn' | 'present' | 'voters' | 'inFavour'>>

/** What keeps the numbers of a meeting from being those of one: something is missing, or cannot be. */
export type MeetingFault = 'missing' | 'notHeldYet' | 'present' | 'voters' | 'inFavour'

/**
 * Null when the meeting is whole: held by today, and at each step no more than before: the branch's members, those
 * present, those who could vote, those in favour. `today` is yyyy-mm-dd.
 */
export function meetingFault(
  meeting: Entered,
  members: number,
  today: string,
): MeetingFault | null {
  if (!isEntered(meeting)) return 'missing'
  const { heldOn, present, voters, inFavour } = meeting
  if (heldOn > today) return 'notHeldYet'
  if (present === 0 || present > members) return 'present'
  if (voters > present) return 'voters'
  return inFavour > voters ? 'inFavour' : null
}

/** Is every number of it there, whatever they say? */
export function isEntered(meeting: Entered): meeting is EnteredMeeting {
  const { heldOn, present, voters, inFavour } = meeting
  return Boolean(heldOn) && ![present, voters, inFavour].includes(undefined)
}
