import { decode, encode } from 'next-auth/jwt'
import { sessionLife } from './session-life.ts'
import { isSessionToken } from './session-token.ts'

/**
 * next-auth's cookie, used as an envelope: an encrypted JWT that holds `{ sid }` and no facts about anybody.
 * Who that is, and whether they may still come in, is always asked of the session's row.
 */
const plainName = 'next-auth.session-token'
const secureName = `__Secure-${plainName}`
const longestHeader = 32_768

/** Does everyone come by https, so that the cookie may be one that only https carries? */
export function hasSecureCookies(env: { PUBLIC_URL?: string | undefined }): boolean {
  return env.PUBLIC_URL?.startsWith('https://') ?? false
}

export function sessionCookieName(secure: boolean): string {
  return secure ? secureName : plainName
}

/** Seals a session's token as next-auth's own callback does. */
export function sealEnvelope(sid: string, secret: string): Promise<string> {
  return encode({ token: { sid }, secret, maxAge: sessionLife.absolute })
}

/** The token inside a sealed value, or null for anything that this secret did not seal. Never throws. */
export async function openEnvelope(sealed: string, secret: string): Promise<string | null> {
  try {
    const content = await decode({ token: sealed, secret })
    const sid = content?.['sid']
    return isSessionToken(sid) ? sid : null
  } catch {
    return null
  }
}

/**
 * The sealed value in a Cookie header, chunks put together; null when there is none. The name that only
 * https can set comes first. Headers other than Cookie are never looked at, Authorization least of all.
 */
export function findEnvelope(cookieHeader: string | undefined): string | null {
  if (!cookieHeader || cookieHeader.length > longestHeader) return null
  const cookies = readCookies(cookieHeader)
  return joinChunks(cookies, secureName) ?? joinChunks(cookies, plainName)
}

function joinChunks(cookies: ReadonlyMap<string, string>, name: string): string | null {
  const whole = cookies.get(name)
  if (whole) return whole
  let joined = ''
  for (let n = 0; n < 16; n += 1) {
    const chunk = cookies.get(`${name}.${n}`)
    if (!chunk) break
    joined += chunk
  }
  return joined || null
}

/** The first of two cookies with one name wins, as RFC 6265 orders the longer path first. */
function readCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    const value = pair.slice(at + 1).trim()
    if (!cookies.has(name)) cookies.set(name, value)
  }
  return cookies
}
