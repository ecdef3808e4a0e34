/** Everything that can go wrong and is expected to, by code. The sentences for people are in error-texts.ts. */
export const errorCodes = [
  'badMonth',
  'badRoomName',
  'badInput',
  'unknownMember',
  'unknownGroup',
  'unknownHamlet',
  'unknownTask',
  'unknownUnit',
  'unknownPerson',
  'notByField',
  'notAssignable',
  'alreadyAssigned',
  'notAssigned',
  'tooManyPlaces',
  'titleTooLong',
  'textTooLong',
  'tooManyTasks',
  'signInRequired',
  'wrongPassword',
  'tooManyAttempts',
  'serverBusy',
  'noRight',
  'passwordTooShort',
  'passwordTooLong',
  'passwordTooCommon',
  'passwordUnchanged',
  'passwordsDiffer',
  'usernameTaken',
  'badUsername',
  'badEmail',
  'noSuchPlan',
  'planFinalised',
  'planTooLarge',
  'rosterRefused',
  'fileTooLarge',
  'fileUnreadable',
  'wrongHeader',
  'portTaken',
  'diskFull',
  'databaseSilent',
  'browserMissing',
  'foreignOrigin',
  'foreignHost',
  'bodyTooLarge',
  'unknownAdvice',
  'nothingSaid',
  'tooManyMentions',
  'tooManyThreads',
  'threadFull',
  'alreadySettled',
  'notOwnTask',
  'tooFast',
  'contentChanged',
  'notReady',
  'confirmPassword',
  'alreadyFinalised',
  'notFinalised',
  'newerRecord',
  'unknownRecord',
  'unknownLateEdit',
  'meetingIncomplete',
  'alreadyInvited',
  'alreadyAgreed',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure: what a person did cannot be done, and nothing was changed. Bugs throw plain errors. */
export class DomainError extends Error {
  readonly code: ErrorCode
  /** Values for the placeholders of the code's sentence. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}
