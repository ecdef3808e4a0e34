import { sendActs } from '#app/_advice/send-acts.ts'
import { lookAgain } from '#app/_ui/look-again.ts'
import type { NoticeView } from '#domain/advice/notice-view.ts'

interface NoticesPicture {
  notices: readonly NoticeView[]
  /** The last reading did not succeed. */
  isStale: boolean
}

/** What a page begins with. */
export const noNotices: NoticesPicture = { notices: [], isStale: false }

/** Nothing calls a page that is no plan, so it asks by itself this often while it is in sight. Milliseconds. */
const pollMs = 60_000

/** This person's notices on this page: read now and then, and when something hints that there may be news. */
class NoticesStore {
  readonly #listeners = new Set<() => void>()
  #picture = noNotices
  #isReading = false

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = (): NoticesPicture => this.#picture

  /** Follows until the given way to stop is called. */
  readonly follow = (): (() => void) => {
    if (document.visibilityState === 'visible') void this.refresh()
    return lookAgain(() => void this.refresh(), pollMs)
  }

  readonly refresh = async (): Promise<void> => {
    if (this.#isReading) return
    this.#isReading = true
    try {
      const answer = await fetch('/api/notices', { cache: 'no-store' })
      if (!answer.ok) throw new Error(String(answer.status))
      this.#set({ notices: (await answer.json()) as NoticeView[], isStale: false })
    } catch {
      this.#set({ ...this.#picture, isStale: true })
    } finally {
      this.#isReading = false
    }
  }

  /** Shown as read at once. The row decides for all devices: after a lost request it comes back as unread. */
  readonly markRead = async (ids: readonly string[]): Promise<void> => {
    const notices = this.#picture.notices.map((notice) =>
      ids.includes(notice.id) ? { ...notice, isRead: true } : notice,
    )
    this.#set({ ...this.#picture, notices })
    await sendActs([{ kind: 'read', id: crypto.randomUUID(), noticeIds: [...ids] }])
  }

  #set(picture: NoticesPicture): void {
    this.#picture = picture
    for (const listener of this.#listeners) listener()
  }
}

/** One for the page: the bell and whoever hints speak of the same notices. */
export const noticesStore = new NoticesStore()
