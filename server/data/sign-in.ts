import 'server-only'
import NextAuth from 'next-auth'
import { cookies, headers } from 'next/headers'
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { DomainError, type ErrorCode } from '#domain/errors.ts'
import { sealEnvelope, sessionCookieName } from '../auth/envelope.ts'
import { localPath } from '../auth/local-path.ts'
import { addressOf, nextAuthOptions } from '../auth/next-auth.ts'
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
export async function signInByForm(form: unknown): Promise<{ ok: true; to: string } | SignInRefusal> {
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
  const secure = isSecure()
  const jar = await cookies()
  jar.set(sessionCookieName(secure), sealed, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: sessionLife.absolute,
  })
}

/** next-auth's own routes: the door for those who come without the page. Answers 400 to an unreadable body. */
export async function handleAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const checked = await withReadBody(request)
  if (!checked) return Response.json({ code: 'badInput' }, { status: 400 })
  const options = nextAuthOptions({
    database: currentDatabase(),
    secret: readEnv().AUTH_SECRET,
    secure: isSecure(),
  })
  const response: Response = await NextAuth(checked, context, options)
  return onOwnOrigin(response, originOf(request))
}

const body = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]))

/** The same request with a body of plain words, or null when it holds anything else. */
async function withReadBody(request: NextRequest): Promise<NextRequest | null> {
  if (request.method !== 'POST') return request
  const text = await request.text()
  const isJson = request.headers.get('content-type')?.includes('application/json')
  let fields: unknown
  try {
    fields = isJson ? JSON.parse(text || '{}') : Object.fromEntries(new URLSearchParams(text))
  } catch {
    return null
  }
  const parsed = body.safeParse(fields)
  if (!parsed.success) return null
  const words = Object.entries(parsed.data).map(([name, value]): [string, string] => [name, `${value}`])
  const headersOfForm = new Headers(request.headers)
  headersOfForm.set('content-type', 'application/x-www-form-urlencoded')
  return new NextRequest(request.url, {
    method: 'POST',
    headers: headersOfForm,
    body: new URLSearchParams(words).toString(),
  })
}

/** next-auth builds addresses for one host that it was told; people may come by more than one. */
async function onOwnOrigin(response: Response, origin: string): Promise<Response> {
  const location = response.headers.get('location')
  if (location) {
    const { pathname, search } = new URL(location, origin)
    response.headers.set('location', `${pathname}${search}`)
    return response
  }
  if (!response.headers.get('content-type')?.includes('application/json')) return response
  const content: unknown = await response.clone().json()
  const parsed = z.object({ url: z.string() }).safeParse(content)
  if (!parsed.success) return response
  const { pathname, search } = new URL(parsed.data.url, origin)
  return Response.json(
    { url: `${origin}${pathname}${search}` },
    { status: response.status, headers: response.headers },
  )
}

function originOf(request: NextRequest): string {
  return readEnv().PUBLIC_URL ?? `http://${request.headers.get('host') ?? 'localhost'}`
}

function isSecure(): boolean {
  return readEnv().PUBLIC_URL?.startsWith('https://') ?? false
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
