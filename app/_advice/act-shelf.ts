import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { AdviceAct } from '#domain/advice/advice-act.ts'
import type { AdviceNews } from '#domain/advice/advice-view.ts'

/** One branch's month, as advice names it. */
export interface AdvicePlan {
  branchId: string
  month: string
}

/** An act that the server has not answered with yes. */
export interface KeptAct {
  /** The order in which the acts were done in this browser. */
  n: number
  personId: string
  /** Null for acts that belong to no one plan. */
  plan: AdvicePlan | null
  act: AdviceAct
  /** Milliseconds. */
  at: number
  /** What the server said no with; it is not sent again by itself. */
  failure: { code: string; message: string } | null
  /** How often the server had it and could not do it. */
  tries?: number
}

/** What was last read of one plan's advice, for reading without a network. */
export interface KeptNews {
  personId: string
  branchId: string
  month: string
  /** Milliseconds. */
  at: number
  news: AdviceNews
}

/** Where one person's unsent acts and last read advice lie in this browser. */
export interface ActShelf {
  /** False when the browser keeps nothing: then it lasts as long as the page. */
  readonly isLasting: boolean
  /** In the order in which they were added. */
  acts(): Promise<KeptAct[]>
  /** Resolves when it survives a power cut. */
  add(act: Omit<KeptAct, 'n'>): Promise<void>
  change(actId: string, change: Partial<Pick<KeptAct, 'at' | 'failure' | 'tries'>>): Promise<void>
  remove(actIds: readonly string[]): Promise<void>
  news(plan: AdvicePlan): Promise<KeptNews | null>
  keepNews(kept: KeptNews): Promise<void>
  close(): void
}

interface ShelfSchema extends DBSchema {
  acts: { key: number; value: Omit<KeptAct, 'n'> & { n?: number } }
  news: { key: [string, string, string]; value: KeptNews }
}
type ShelfDatabase = IDBPDatabase<ShelfSchema>

/** A browser that keeps nothing sometimes does not even say so: after this many milliseconds it has failed. */
const storageGuardMs = 10_000
/** So many plans' advice is kept for reading; the longest unread goes first. */
const keptPlans = 12

/**
 * Opens the shelf of one person. What another person left in it is deleted: who signs in on a shared phone
 * neither sends nor reads the words of the one before.
 */
export async function openActShelf(personId: string): Promise<ActShelf> {
  try {
    const database = await guarded(openDatabase())
    await guarded(forgetOthers(database, personId))
    return lastingShelf(database, personId)
  } catch {
    return passingShelf()
  }
}

/** Is anything that this person said still waiting in this browser? Signing out asks first when it is. */
export async function hasUnsentAdvice(personId: string): Promise<boolean> {
  const shelf = await openActShelf(personId)
  const acts = await shelf.acts().catch(() => [])
  shelf.close()
  return acts.some(({ act }) => act.kind !== 'read')
}

/** Deletes what was read of any plan, for whoever has this browser next. Unsent words stay with their person. */
export async function forgetWhatWasRead(): Promise<void> {
  try {
    if ('caches' in globalThis) await caches.delete('light-pages')
    const database = await guarded(openDatabase())
    await guarded(database.clear('news'))
    database.close()
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function openDatabase(): Promise<ShelfDatabase> {
  return openDB<ShelfSchema>('ban-viec-advice', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('acts', { keyPath: 'n', autoIncrement: true })
      fresh.createObjectStore('news', { keyPath: ['personId', 'branchId', 'month'] })
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
}

async function forgetOthers(database: ShelfDatabase, personId: string): Promise<void> {
  const work = database.transaction(['acts', 'news'], 'readwrite', { durability: 'strict' })
  for (const name of ['acts', 'news'] as const) {
    for (let at = await work.objectStore(name).openCursor(); at; at = await at.continue()) {
      if (at.value.personId !== personId) await at.delete()
    }
  }
  await work.done
}

function lastingShelf(database: ShelfDatabase, personId: string): ActShelf {
  const change = async (
    actIds: readonly string[],
    turn: (act: KeptAct) => KeptAct | null,
  ): Promise<void> => {
    const work = database.transaction('acts', 'readwrite', { durability: 'relaxed' })
    for (let at = await work.store.openCursor(); at; at = await at.continue()) {
      if (!actIds.includes(at.value.act.id)) continue
      const next = turn({ ...at.value, n: at.primaryKey })
      await (next ? at.update(next) : at.delete())
    }
    await work.done
  }
  return {
    isLasting: true,
    acts: async () => (await guarded(database.getAll('acts'))).flatMap((act) => ordered(act)),
    add: async (act) => {
      const work = database.transaction('acts', 'readwrite', { durability: 'strict' })
      await guarded(Promise.all([work.store.add(act), work.done]))
    },
    change: (actId, next) => guarded(change([actId], (act) => ({ ...act, ...next }))),
    remove: (actIds) => guarded(change(actIds, () => null)),
    news: async ({ branchId, month }) =>
      (await guarded(database.get('news', [personId, branchId, month]))) ?? null,
    keepNews: (kept) => guarded(keepNews(database, kept)),
    close: () => database.close(),
  }
}

function ordered(act: Omit<KeptAct, 'n'> & { n?: number }): KeptAct[] {
  return act.n === undefined ? [] : [{ ...act, n: act.n }]
}

async function keepNews(database: ShelfDatabase, kept: KeptNews): Promise<void> {
  const work = database.transaction('news', 'readwrite', { durability: 'relaxed' })
  await work.store.put(kept)
  const all = await work.store.getAll()
  const tooMany = all.sort((one, other) => other.at - one.at).slice(keptPlans)
  for (const old of tooMany) await work.store.delete([old.personId, old.branchId, old.month])
  await work.done
}

/** Where the browser keeps nothing: acts wait in memory, and the screens say so. */
function passingShelf(): ActShelf {
  let acts: KeptAct[] = []
  let made = 0
  return {
    isLasting: false,
    acts: async () => acts,
    add: async (act) => {
      made += 1
      acts = [...acts, { ...act, n: made }]
    },
    change: async (actId, next) => {
      acts = acts.map((kept) => (kept.act.id === actId ? { ...kept, ...next } : kept))
    },
    remove: async (actIds) => {
      acts = acts.filter(({ act }) => !actIds.includes(act.id))
    },
    news: async () => null,
    keepNews: async () => undefined,
    close: () => undefined,
  }
}

function guarded<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('the browser storage does not answer')),
      storageGuardMs,
    )
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}
