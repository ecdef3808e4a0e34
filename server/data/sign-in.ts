import 'server-only'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import { hasSecureCookies, sealEnvelope, sessionCookieName } from '../auth/envelope.ts'
import { localPath } from '../auth/local-path.ts'
import { addressOf } from '../auth/next-auth.ts'
import { sessionLife } from '../auth/session-life.ts'
import { signIn } from '../auth/sign-in.ts'
import { currentDatabase } from '../db/database.ts'
import { readEnv } from '../env.ts'

const signInForm = z.object({
  username: z.string().max(200),
  password: z.string().max(1000),
  to: z.string().max(500).catch('/'),
})

/** Why somebody is not in; `until` in ms since 1970 when it is a matter of waiting. */
export interface SignInRefusal {
  ok: false
  code: ErrorCode
  minutes: number | null
  until: number | null
}

/** Signs in with what the page's form holds and sets the cookie; tells where to go then. */
export async function signInByForm(
  form: unknown,
): Promise<{ ok: true; to: string } | SignInRefusal> {
  const parsed = signInForm.safeParse(form)
  if (!parsed.success) return refusal(new DomainError('badInput'))
  const { username, password, to } = parsed.data
  const { AUTH_SECRET } = readEnv()
  const sent = await headers()
  try {
    const token = await signIn(
      currentDatabase(),
      {
        username,
        password,
        address: addressOf(sent.get('x-forwarded-for')),
        userAgent: sent.get('user-agent') ?? undefined,
        cookieHeader: sent.get('cookie') ?? undefined,
      },
      AUTH_SECRET,
    )
    await setSessionCookie(await sealEnvelope(token, AUTH_SECRET))
    return { ok: true, to: localPath(to) }
  } catch (error) {
    if (error instanceof DomainError) return refusal(error)
    throw error
  }
}

/** Exactly the cookie that next-auth's callback sets. */
async function setSessionCookie(sealed: string): Promise<void> {
  const secure = hasSecureCookies(readEnv())
  const jar = await cookies()
  jar.set(sessionCookieName(secure), sealed, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: sessionLife.absolute,
  })
}

function refusal(error: DomainError): SignInRefusal {
  const { minutes, until } = error.details
  return {
    ok: false,
    code: error.code,
    minutes: typeof minutes === 'number' ? minutes : null,
    until: typeof until === 'number' ? until : null,
  }
}
