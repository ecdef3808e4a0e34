// What one process tells the others through PostgreSQL. Hints only: whoever misses one finds out by polling.
import { z } from 'zod'

const ids = z.array(z.uuid()).max(1000)

const announcement = z.discriminatedUnion('kind', [
  /** Rows that boards show changed: read them again. */
  z.object({
    kind: z.literal('changed'),
    what: z.enum(['roster', 'status', 'comments', 'record']),
    branchIds: ids,
  }),
  /** These plans' logs grew; `node` did it. */
  z.object({ kind: z.literal('appended'), node: z.uuid(), planIds: ids }),
  /** This person read notices, on one of their devices. */
  z.object({ kind: z.literal('read'), personId: z.uuid() }),
  /** What this person may do changed; sent by the database's own triggers. */
  z.object({ kind: z.literal('rights'), personId: z.uuid() }),
])
export type Announcement = z.infer<typeof announcement>

export const announceChannel = 'banviec'

interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>
}

/**
 * Tells every node. Inside a transaction it is heard with the COMMIT or never. A payload may have 8000
 * bytes, so many ids go out as several messages.
 */
export async function announce(client: Queryable, message: Announcement): Promise<void> {
  for (const part of inParts(message)) {
    await client.query('select pg_notify($1, $2)', [announceChannel, JSON.stringify(part)])
  }
}

/** What was heard, or null for anything that is none of ours. */
export function readAnnouncement(payload: string | undefined): Announcement | null {
  try {
    const parsed = announcement.safeParse(JSON.parse(payload ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const idsPerMessage = 150

function inParts(message: Announcement): Announcement[] {
  if (message.kind === 'rights' || message.kind === 'read') return [message]
  if (message.kind === 'appended') {
    return slices(message.planIds).map((planIds) => ({ ...message, planIds }))
  }
  return slices(message.branchIds).map((branchIds) => ({ ...message, branchIds }))
}

function slices(all: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let at = 0; at < all.length; at += idsPerMessage)
    parts.push(all.slice(at, at + idsPerMessage))
  return parts
}
