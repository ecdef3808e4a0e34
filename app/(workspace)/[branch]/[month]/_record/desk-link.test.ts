import { afterEach, expect, it, vi } from 'vitest'
import { readDesk, sendAct } from './desk-link.ts'

afterEach(() => vi.unstubAllGlobals())

const plan = { branchId: '0199a000-0000-7000-8000-000000000001', month: '2026-12' }
/** The server answers so. */
const answers = (body: BodyInit | object, status: number) =>
  vi.stubGlobal('fetch', async () =>
    typeof body === 'string'
      ? new Response(body, { status })
      : Response.json(body, { status, headers: { 'Retry-After': '10' } }),
  )

it.each([
  ['alreadySettled', 409],
  ['tooFast', 429],
  ['serverBusy', 503],
] as const)(
  '[F63] an act that is refused as %s (%i) was not done, and its author hears why',
  async (code, status) => {
    answers({ code, message: 'một câu' }, status)
    expect(await sendAct({ kind: 'takeBackSignOff', ...plan })).toEqual({
      kind: 'refused',
      code,
      message: 'một câu',
    })
  },
)

it('[F63] of an act nobody answered, or something before the server did, nobody knows whether it was done', async () => {
  for (const status of [500, 502, 503, 504]) {
    answers('<html>Service Unavailable</html>', status)
    expect(await sendAct({ kind: 'takeBackSignOff', ...plan })).toEqual({ kind: 'noAnswer' })
  }
})

it('[F63] a desk that cannot be read now is read later, unlike one that must not be', async () => {
  for (const status of [429, 503, 500]) {
    answers({ code: 'tooFast', message: '' }, status)
    expect(await readDesk(plan)).toEqual({ kind: 'later' })
  }
  answers({ code: 'noRight', message: '' }, 403)
  expect(await readDesk(plan)).toEqual({ kind: 'refused' })
})
