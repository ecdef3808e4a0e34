import 'server-only'
import { standsInTheWay } from '#domain/checks.ts'
import { dayAt } from '#domain/days.ts'
import { DomainError } from '#domain/errors.ts'
import { currentForms } from '#domain/papers/forms.ts'
import type { Check } from '#domain/record/check.ts'
import { countFigures } from '#domain/record/count-figures.ts'
import { isEntered, meetingFault } from '#domain/record/meeting-fault.ts'
import type { Meeting, MonthRecord, RecordPerson } from '#domain/record/month-record.ts'
import type { RecordDesk } from '#domain/record/record-desk.ts'
import type { MonthGround } from './month-ground.ts'

/** What a new record is made of. */
export interface RecordSource {
  id: string
  ground: MonthGround
  desk: RecordDesk
  checks: readonly Check[]
  by: RecordPerson
  /** Milliseconds since 1970. */
  now: number
}

/**
 * The record of a month that is ready for it. Throws `notReady` while something stands in the way, and
 * `meetingIncomplete` or `badInput` for what the meeting is missing.
 */
export function makeRecord(source: RecordSource): MonthRecord {
  const { ground, desk, checks, now } = source
  const { roster, plan, settled } = ground
  const today = dayAt(now)
  requireReady(checks)
  const meeting = wholeMeeting(desk.meeting, roster.members.length, today)
  const [newest] = desk.records
  const explained = new Set(checks.map(({ key }) => key))
  return {
    format: 1,
    id: source.id,
    version: (newest?.version ?? 0) + 1,
    content: settled.content,
    contentSha256: settled.sha256,
    figures: countFigures(roster, plan.view, desk.outsideGroups, today),
    meeting,
    justifications: desk.justifications.filter(({ checkKey }) => explained.has(checkKey)),
    signOffs: desk.signOffs
      .filter(({ covers }) => covers)
      .map(({ personId, name, office, at }) => ({ personId, name, office, at })),
    open: { comments: desk.openComments, proposals: desk.openProposals },
    forms: currentForms,
    finalised: { at: new Date(now).toISOString(), day: today, by: source.by },
    reopened: reopenedFrom(newest),
  }
}

function requireReady(checks: readonly Check[]): void {
  const inTheWay = checks.filter(standsInTheWay)
  if (inTheWay.length > 0) throw new DomainError('notReady', { count: inTheWay.length })
}

function wholeMeeting(given: RecordDesk['meeting'], members: number, today: string): Meeting {
  if (!isEntered(given)) throw new DomainError('meetingIncomplete')
  const fault = meetingFault(given, members, today)
  if (fault !== null) {
    throw new DomainError('badInput', { field: fault === 'notHeldYet' ? 'heldOn' : fault })
  }
  const { heldOn, present, voters, inFavour, documentNumber = null } = given
  return { heldOn, present, members, voters, inFavour, documentNumber }
}

function reopenedFrom(newest: RecordDesk['records'][number] | undefined): MonthRecord['reopened'] {
  if (!newest?.reopened) return null
  const { version, sha256, reopened } = newest
  return { version, sha256, ...reopened }
}
