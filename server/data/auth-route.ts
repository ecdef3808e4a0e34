import 'server-only'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { z } from 'zod'
import { hasSecureCookies } from '../auth/envelope.ts'
import { nextAuthOptions } from '../auth/next-auth.ts'
import { currentDatabase } from '../db/database.ts'
import { readEnv } from '../env.ts'

/** next-auth's own routes: the door for those who come without the page. Answers 400 to an unreadable body. */
export async function handleAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const checked = await withReadBody(request)
  if (!checked) return Response.json({ code: 'badInput' }, { status: 400 })
  const env = readEnv()
  const options = nextAuthOptions({
    database: currentDatabase(),
    secret: env.AUTH_SECRET,
    secure: hasSecureCookies(env),
  })
  const response: Response = await NextAuth(checked, context, options)
  return onOwnOrigin(
    response,
    env.PUBLIC_URL ?? `http://${request.headers.get('host') ?? 'localhost'}`,
  )
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
  const words = Object.entries(parsed.data).map(([name, value]): [string, string] => [
    name,
    `${value}`,
  ])
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
    { url: new URL(`${pathname}${search}`, origin).href },
    { status: response.status, headers: response.headers },
  )
}
