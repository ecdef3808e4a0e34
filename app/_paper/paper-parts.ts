import type { Paper } from '#domain/papers/paper.ts'

/** What the units of lay-pages.ts are: the top, each block or row, the end. */
export type PaperPart =
  | { kind: 'opening' }
  | { kind: 'block'; block: number }
  | { kind: 'row'; block: number; row: number }
  | { kind: 'closing' }

/** What stands on a page: rows of one table together. */
export type PagePart =
  | { kind: 'opening' | 'closing' }
  | { kind: 'block'; block: number }
  | { kind: 'rows'; block: number; from: number; to: number }

export function partsOf(paper: Paper): PaperPart[] {
  const inner = paper.blocks.flatMap((block, index): PaperPart[] =>
    block.kind === 'table'
      ? block.rows.map((_, row) => ({ kind: 'row', block: index, row }))
      : [{ kind: 'block', block: index }],
  )
  return [{ kind: 'opening' }, ...inner, { kind: 'closing' }]
}

/** Rows of a table that follow each other become one piece of it. */
export function joinRows(parts: readonly PaperPart[]): PagePart[] {
  const joined: PagePart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.kind !== 'row') joined.push(part)
    else if (last?.kind === 'rows' && last.block === part.block) last.to = part.row + 1
    else joined.push({ kind: 'rows', block: part.block, from: part.row, to: part.row + 1 })
  }
  return joined
}
