import type pg from 'pg'

/** Differs from what it was after any change of what anybody may do, once that is committed. */
export type ReadRightsNews = () => Promise<string>

// Numbers are given before the commit, so the highest alone could hide one that came later; the count shows it.
const text = `
  select count(*)::text || '/' || coalesce(max(id), 0)::text as news
    from rights_news where at > now() - interval '15 minutes'`

export function rightsNewsIn(pool: pg.Pool): ReadRightsNews {
  return async () => {
    const found = await pool.query<{ news: string }>({ name: 'sync-rights-news', text })
    return found.rows[0]?.news ?? ''
  }
}
