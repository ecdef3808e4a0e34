import type { ErrorCode } from '#domain/errors.ts'

const statusByCode: Partial<Record<ErrorCode, number>> = {
  signInRequired: 401,
  noRight: 403,
  unknownUnit: 404,
  unknownGroup: 404,
  unknownMember: 404,
  unknownHamlet: 404,
  noSuchPlan: 404,
  unknownRecord: 404,
  unknownLateEdit: 404,
  alreadyFinalised: 409,
  contentChanged: 409,
  newerRecord: 409,
  notFinalised: 409,
  planFinalised: 409,
  alreadySettled: 409,
  alreadyInvited: 409,
  alreadyAgreed: 409,
  tooFast: 429,
  serverBusy: 503,
}

/** A pace is counted by the minute; what keeps a server busy is over sooner. */
const secondsToWait: Partial<Record<ErrorCode, number>> = { tooFast: 60, serverBusy: 10 }

/** What a machine is answered when something expected goes wrong. Never stored by anything in between. */
export function refusal(code: ErrorCode, message: string): Response {
  const wait = secondsToWait[code]
  const again = wait === undefined ? {} : { 'Retry-After': String(wait) }
  return Response.json(
    { code, message },
    { status: statusByCode[code] ?? 400, headers: { 'Cache-Control': 'no-store', ...again } },
  )
}
