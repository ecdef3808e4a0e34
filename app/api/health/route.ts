import { readHealth } from '#server/data/health.ts'

export const dynamic = 'force-dynamic'

/** For whoever watches the server: 200 while it can do its work, else 503. */
export async function GET() {
  const health = await readHealth()
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 })
}
