interface Client {
  personId: string
  room: string
  clientId: number
}

function prefixOf({ personId, room }: Omit<Client, 'clientId'>): string {
  return `ban-viec/${personId}/${room}/`
}

/**
 * Says to other tabs of this browser that the client lives, for as long as its page does, however it ends.
 * Without locks (a page that is not served securely) every other client counts as gone; sending its work
 * again is harmless, since an update that is known changes nothing.
 */
export function clientLock(client: Client): { held: Promise<void>; release: () => void } {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const locks = browserLocks()
  if (!locks) return { held: Promise.resolve(), release }
  const held = new Promise<void>((resolve) => {
    const whenGone = locks.request(prefixOf(client) + client.clientId, () => {
      resolve()
      return released
    })
    // Refused, for instance in a page that is closing: then nothing is written that others could miss.
    whenGone.catch(() => resolve())
  })
  return { held, release }
}

/** The clients of this person and room whose tabs live. */
export async function livingClients(owner: Omit<Client, 'clientId'>): Promise<Set<number>> {
  const locks = browserLocks()
  if (!locks) return new Set()
  const prefix = prefixOf(owner)
  const { held = [] } = await locks.query()
  const names = held.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix))
  return new Set(names.map((name) => Number(name.slice(prefix.length))))
}

function browserLocks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks
}
