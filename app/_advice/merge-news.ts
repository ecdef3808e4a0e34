import type { AdviceNews, ThreadView } from '#domain/advice/advice-view.ts'

/** What is known after some news: everything when `news` is everything, else the changed rows in their places. */
export function mergeNews(known: AdviceNews | null, news: AdviceNews, since: number): AdviceNews {
  if (!known || since === 0) return news
  return {
    ...news,
    threads: replaced(known.threads, news.threads).filter(isThere),
    reports: replaced(known.reports, news.reports),
    people: news.people.length > 0 ? news.people : known.people,
  }
}

/** News of a thread with nothing in it say that it is gone. */
function isThere({ comments, proposal }: ThreadView): boolean {
  return comments.length > 0 || proposal !== null
}

function replaced<Row extends { id: string; at: string }>(
  known: readonly Row[],
  fresh: readonly Row[],
): readonly Row[] {
  if (fresh.length === 0) return known
  const rows = new Map(known.map((row) => [row.id, row]))
  for (const row of fresh) rows.set(row.id, row)
  return [...rows.values()].sort((one, other) => (one.at < other.at ? -1 : 1))
}
