/** The closed lists of a member's report. They speak of the work; there is no word for a person. */

export const reportOutcomes = ['done', 'partly', 'notDone'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export const reportReasons = [
  'weather',
  'householdAway',
  'noFunds',
  'waitingForOthers',
  'otherDuties',
  'tooLittleTime',
] as const
export type ReportReason = (typeof reportReasons)[number]

/** What the member proposes for the month after. */
export const nextSteps = ['continue', 'moreTime', 'help', 'drop'] as const
export type NextStep = (typeof nextSteps)[number]
