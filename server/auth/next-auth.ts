import type { AuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { DomainError } from '#domain/errors.ts'
import type { Database } from '../db/database.ts'
import { actorOfToken } from './actor.ts'
import { endSessionOfToken } from './end-sessions.ts'
import { openEnvelope, sealEnvelope } from './envelope.ts'
import { localPath } from './local-path.ts'
import { sessionLife } from './session-life.ts'
import { isSessionToken } from './session-token.ts'
import { signIn } from './sign-in.ts'

const typed = z.object({ username: z.string(), password: z.string() })
const sent = z.record(z.string(), z.unknown())

interface NextAuthSetting {
  database: Database
  secret: string
  /** Cookies that only https carries: when PUBLIC_URL is https. */
  secure: boolean
}

/**
 * next-auth, told to believe nothing but the session's row: its JWT is an envelope around the token, opened
 * here and looked up at each call. Everything that knows next-auth's shapes is in this file and envelope.ts.
 */
export function nextAuthOptions({ database, secret, secure }: NextAuthSetting): AuthOptions {
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: sessionLife.absolute },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    // It would print a stack for each stale cookie. What is unexpected throws, and Next prints that.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      credentials({
        credentials: { username: { type: 'text' }, password: { type: 'password' } },
        authorize: async (given, request) => authorize(database, secret, given, request.headers),
      }),
    ],
    jwt: {
      encode: ({ token }) => sealEnvelope(String(token?.['sid']), secret),
      decode: async ({ token }) => {
        const sid = token ? await openEnvelope(token, secret) : null
        const actor = sid ? await actorOfToken(database, sid) : null
        return actor ? { sid, name: actor.fullName } : null
      },
    },
    callbacks: {
      jwt: ({ token, user }) => ({ ...token, sid: user ? user.id : token['sid'] }),
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { name: token.name ?? null },
      }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${localPath(url)}`,
    },
    events: {
      signOut: async ({ token }) => {
        if (isSessionToken(token?.['sid'])) await endSessionOfToken(database, token['sid'])
      },
    },
  }
}

/** Null is next-auth's "wrong name or password"; the other refusals travel as their code. */
async function authorize(
  database: Database,
  secret: string,
  given: unknown,
  headers: unknown,
): Promise<{ id: string } | null> {
  const form = typed.safeParse(given)
  if (!form.success) return null
  const header = (name: string) =>
    z.string().optional().catch(undefined).parse(sent.parse(headers)[name])
  try {
    const token = await signIn(
      database,
      {
        ...form.data,
        address: addressOf(header('x-forwarded-for')),
        userAgent: header('user-agent'),
        cookieHeader: header('cookie'),
      },
      secret,
    )
    return { id: token }
  } catch (error) {
    if (!(error instanceof DomainError)) throw new Error('signInFailed', { cause: error })
    if (error.code === 'wrongPassword') return null
    throw new Error(error.code, { cause: error })
  }
}

/** The sender's address. The front filter lets no stranger write this header; the last hop is the nearest. */
export function addressOf(forwardedFor: string | undefined | null): string {
  return forwardedFor?.split(',').at(-1)?.trim() || 'unknown'
}
